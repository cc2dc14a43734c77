import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ContactSummary, ReportDetail, ReportIncident, ReportPage } from '@app/api-contract';
import type { ApiClient } from '../support/api-client.js';
import { CitizenBrowser } from '../support/citizen-browser.js';
import { eventually } from '../support/eventually.js';
import { signInInvited } from '../support/first-admin.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let telegram: TelegramDouble;
let system: TestSystem;
let officer: ApiClient;
let citizens = 5_100;

beforeAll(async () => {
  [telegram, system] = await Promise.all([startTelegramDouble(), startTestSystem()]);
  const { settings } = telegram;
  await system.admin.call('POST', '/connections', { channel: 'telegram', name: 'Bot', settings });
  const person = { email: 'petugas@example.go.id', role: 'officer' } as const;
  officer = (await signInInvited(system.api, system.admin, person)).client;
});

afterAll(async () => {
  await system?.close();
  await telegram?.stop();
});

const get = async <Body>(path: string): Promise<Body> => (await officer.call('GET', path)).body as Body;
const read = (id: string) => get<ReportDetail>(`/reports/${id}`);
const idsIn = async (query: string) => (await get<ReportPage>(`/reports?${query}`)).items.map(({ id }) => id);

/** The report of the citizen who wrote last. */
async function latest(messageCount = 1): Promise<ReportDetail> {
  const name = `Warga ${citizens}`;
  const row = await eventually(name, async () =>
    (await get<ReportPage>('/reports?limit=100')).items.find(
      (one) => one.contactName === name && one.messageCount === messageCount,
    ),
  );
  return read(row.id);
}

/** From a citizen who has not written before. */
async function receive(text: string): Promise<ReportDetail> {
  const id = ++citizens;
  await telegram.sendPrivateText({ id, firstName: `Warga ${id}` }, text);
  return latest();
}

/** By the citizen who wrote last. */
function share(latitude: number, longitude: number): void {
  const firstName = `Warga ${citizens}`;
  telegram.sendUpdate({
    message: {
      message_id: 80_000 + citizens,
      date: Math.floor(Date.now() / 1000),
      chat: { id: citizens, type: 'private', first_name: firstName },
      from: { id: citizens, is_bot: false, first_name: firstName },
      location: { latitude, longitude },
    },
  });
}

describe('the place of a report', () => {
  it('can be any area of the register, also where no word named one, and none that does not exist', async () => {
    const report = await receive('Saluran air mampet dan meluap tiap hujan');
    expect(report.facts?.area).toBeNull();
    const [village] = (await officer.call('GET', '/areas?search=sepaso+timur')).body;
    expect(village).toMatchObject({
      level: 'village',
      path: expect.stringContaining('Bengalon, Kutai Timur'),
    });
    const put = (areaCode: string, version: number) =>
      officer.call('POST', `/reports/${report.id}/area`, { areaCode, version });
    expect((await put('99.99', report.version)).status).toBe(404);
    const { body } = await put(village.code, report.version);
    expect(body).toMatchObject({
      areaCode: village.code,
      facts: { area: village, areaSource: 'person' },
    });
    expect(await idsIn(`area=${village.code}`)).toEqual([report.id]);
  });

  it('is told by a shared location where the outline of districts is known and no word says otherwise', async () => {
    const ring = [
      [117, 1],
      [118, 1],
      [118, 2],
      [117, 2],
      [117, 1],
    ];
    const geometry = { type: 'Polygon', coordinates: [ring] };
    const outline = {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { WADMKC: 'Bengalon' }, geometry }],
    };
    const address = '/map/outline?name=batas.geojson';
    const headers = { 'content-type': 'application/octet-stream' };
    const { status } = await system.admin.call('POST', address, JSON.stringify(outline), headers);
    expect(status).toBe(200);

    await receive('Pohon besar di tepi jalan hampir roboh');
    share(1.5, 117.5);
    expect((await latest(2)).facts).toMatchObject({
      area: { code: '64.08.09', path: 'Bengalon, Kutai Timur, Kalimantan Timur' },
      areaSource: 'model',
    });
    await receive('Pohon miring di tepi jalan itu hampir roboh juga');
    share(1.5, 119.5);
    expect((await latest(2)).facts?.area).toBeNull();
    await receive('Pohon tua di Kecamatan Kaliorang hampir roboh');
    share(1.5, 117.5);
    expect((await latest(2)).facts?.area?.name).toBe('Kaliorang');
    const written = await receive('Pohon di titik 1.5012, 117.5034 hampir roboh');
    expect(written.facts?.area?.code).toBe('64.08.09');
    ++citizens;
    share(1.5, 117.5);
    expect((await latest()).facts?.area?.code).toBe('64.08.09');
    await system.admin.call('DELETE', '/map/outline');
  });
});

describe('a report without a word', () => {
  it('waits for a person to look, with no topic made out of nothing; words that follow are judged', async () => {
    ++citizens;
    share(1.5, 117.5);
    const silent = await latest();
    expect(silent).toMatchObject({
      isUnsure: true,
      confidence: expect.closeTo(0.2),
      classification: { unsure: true, text: '' },
      facts: { topic: { confidence: 0 } },
    });
    expect(await idsIn('unsure=true')).toContain(silent.id);
    const words = 'Jalan di titik ini rusak parah, tolong segera diperbaiki';
    await telegram.sendPrivateText({ id: citizens, firstName: `Warga ${citizens}` }, words);
    expect(await latest(2)).toMatchObject({ isUnsure: false, class: 'complaint' });
    expect(await idsIn('unsure=true')).not.toContain(silent.id);
  });
});

describe('reports that are and are not about the same thing', () => {
  const SUNK = 'Jembatan kayu menuju Dusun Kabo ambruk setengah, anak sekolah harus memutar jauh';
  const LEAK = 'Genteng balai desa bocor dan talangnya lepas, lantai selalu basah';
  const suggested = async (id: string) =>
    (await get<ReportIncident>(`/reports/${id}/incident`)).suggestions.map(({ report }) => report.id);
  const kindsOf = async (id: string) =>
    (await read(id)).timeline.map(({ kind, data }) => [kind, data['with']]);

  it('are suggested again once a refusal is taken back; both stand in the timelines', async () => {
    const [one, two] = [await receive(SUNK), await receive(`Min, ${SUNK}`)];
    expect(await suggested(one.id)).toEqual([two.id]);
    const refusals = `/reports/${one.id}/incident/refusals`;
    for (let press = 0; press < 2; press++) await officer.call('POST', refusals, { otherId: two.id });
    expect(await suggested(two.id)).toEqual([]);
    expect((await kindsOf(one.id)).slice(-1)).toEqual([['incident-refused', two.ticketCode]]);
    expect((await kindsOf(two.id)).slice(-1)).toEqual([['incident-refused', one.ticketCode]]);

    expect((await officer.call('POST', `${refusals}/undo`, { otherId: two.id })).status).toBe(204);
    expect(await suggested(two.id)).toEqual([one.id]);
    expect((await kindsOf(two.id)).slice(-1)).toEqual([['incident-refusal-undone', one.ticketCode]]);
  });

  it('do not stand in the way of undoing what was done before', async () => {
    const [one, two] = [await receive(`${SUNK}, tolong`), await receive(`${SUNK}, mohon`)];
    const { body } = await officer.call('POST', `/reports/${one.id}/tags`, {
      add: ['jembatan'],
      version: one.version,
    });
    await officer.call('POST', `/reports/${two.id}/incident/refusals`, { otherId: one.id });
    const undone = await officer.call('POST', `/reports/${one.id}/undo`, { version: body.version });
    expect(undone).toMatchObject({ status: 200, body: { tags: [] } });
  });

  it('are joined by the code that the reporter has, also after a refusal; an unknown code joins nothing', async () => {
    const [one, two] = [await receive(LEAK), await receive(LEAK)];
    await officer.call('POST', `/reports/${one.id}/incident/refusals`, { otherId: two.id });
    const join = (ticketCode: string) => officer.call('POST', `/reports/${one.id}/incident`, { ticketCode });
    for (const code of ['ABC', 'AAA-AAAA', one.ticketCode]) expect((await join(code)).status).toBe(404);
    expect((await join(` ${two.ticketCode.toLowerCase().replace('-', ' ')} `)).status).toBe(200);
    const { reports } = await get<ReportIncident>(`/reports/${one.id}/incident`);
    expect(reports.map(({ id }) => id)).toEqual([one.id, two.id]);
    await officer.call('DELETE', `/reports/${one.id}/incident`);
    expect(await suggested(one.id)).toEqual([two.id]);
  });
});

describe('the person who wrote', () => {
  it('can be called back: number and address are readable for who asks, which is noted', async () => {
    const form = { channel: 'web-form', name: 'Formulir', settings: {} };
    const { body: connection } = await system.admin.call('POST', '/connections', form);
    const citizen = new CitizenBrowser(system.api.url);
    await citizen.get('/lapor');
    await citizen.post(`/lapor/${connection.id}`, {
      submissionId: citizen.hidden('submissionId'),
      text: 'Sumur bor RT 7 kering sejak Senin',
      name: 'Ibu Wati',
      phone: '081254321987',
      email: 'wati@example.org',
    });
    const id = await eventually('the report', async () => (await idsIn('q=sumur'))[0]);
    expect((await read(id)).contact).toMatchObject({ phone: '+628****87', email: 'w***@e***' });
    const { body: revealed } = await officer.call('POST', `/reports/${id}/reveal`);
    expect(revealed.contact).toMatchObject({ phone: '+6281254321987', email: 'wati@example.org' });
    const now = await read(id);
    expect(now.contact.phone).toBe('+628****87');
    expect(now.timeline.at(-1)).toMatchObject({ kind: 'personal-data-revealed', actorKind: 'user' });
  });

  it('is told apart from others of the same name by what they wrote last, masked', async () => {
    const writers = [];
    for (const text of ['Trotoar pasar rusak', 'Selokan buntu, NIK 6408044505909999']) {
      const id = ++citizens;
      await telegram.sendPrivateText({ id, firstName: 'Joko' }, text);
      writers.push(
        await eventually(text, async () =>
          (await get<ReportPage>('/reports?limit=100')).items.find(({ excerpt }) =>
            excerpt.startsWith(text.slice(0, 12)),
          ),
        ),
      );
    }
    const exceptId = (await receive('Halo, ada yang bisa dibantu?')).contact.id;
    const found = await get<ContactSummary[]>(`/contacts?q=joko&exceptId=${exceptId}`);
    expect(found.map(({ latestReport }) => latestReport)).toEqual(
      writers
        .map(({ ticketCode, excerpt, lastMessageAt }) => ({ ticketCode, excerpt, lastMessageAt }))
        .toReversed(),
    );
    expect(JSON.stringify(found)).not.toContain('6408044505909999');
  });
});
