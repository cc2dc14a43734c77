import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportCounts, ReportDetail, ReportIncident, ReportPage, Taxonomy } from '@app/api-contract';
import { signInInvited } from '../support/first-admin.js';
import { eventually } from '../support/eventually.js';
import { scene } from '../support/pictures.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { tallyDifferences } from '../support/tally-differences.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let telegram: TelegramDouble;
let system: TestSystem;
let citizens = 4_100;

beforeAll(async () => {
  [telegram, system] = await Promise.all([startTelegramDouble(), startTestSystem()]);
  const { settings } = telegram;
  await system.admin.call('POST', '/connections', { channel: 'telegram', name: 'Bot', settings });
});

afterAll(async () => {
  await system?.close();
  await telegram?.stop();
});

const get = async <Body>(path: string): Promise<Body> => (await system.admin.call('GET', path)).body as Body;
const read = (id: string) => get<ReportDetail>(`/reports/${id}`);
const idsIn = async (query: string) => (await get<ReportPage>(`/reports?${query}`)).items.map(({ id }) => id);

/** From a citizen who has not written before. */
async function receive(text: string): Promise<ReportDetail> {
  const id = ++citizens;
  await telegram.sendPrivateText({ id, firstName: `Warga ${id}` }, text);
  const row = await eventually(text, async () =>
    (await get<ReportPage>(`/reports?limit=100`)).items.find(
      ({ contactName }) => contactName === `Warga ${id}`,
    ),
  );
  return read(row.id);
}

const incidentOf = (id: string) => get<ReportIncident>(`/reports/${id}/incident`);
const suggestionsFor = async (id: string) =>
  (await incidentOf(id)).suggestions.map(({ report, reasons }) => [
    report.id,
    ...reasons.map((one) => one.kind),
  ]);
const join = async (id: string, otherId: string) =>
  (await system.admin.call('POST', `/reports/${id}/incident`, { otherId })).body as { joinId: string };

describe('a report that the classifier cannot tell', () => {
  it('waits in the lane of those that need a look, until a person has confirmed its class', async () => {
    const report = await receive('Qwxz vbnm plokij');
    const sure = await receive('Jalan depan pasar Sangatta rusak parah, tolong segera diperbaiki');
    expect(report).toMatchObject({ isUnsure: true, classification: { unsure: true } });
    expect(sure).toMatchObject({ isUnsure: false, class: 'complaint', secondary: null });
    expect(await idsIn('unsure=true')).toEqual([report.id]);
    expect((await get<ReportCounts>('/reports/counts')).unsure).toBe(1);

    const { body } = await system.admin.call('POST', `/reports/${report.id}/class`, {
      class: report.class,
      version: report.version,
    });
    expect(body).toMatchObject({ isUnsure: false, classSource: 'person', classification: { unsure: true } });
    expect(await idsIn('unsure=true')).toEqual([]);
  });
});

describe('topic, agency and place of a report', () => {
  it('are found, listed, and put right by a person whom later words do not overrule', async () => {
    const report = await receive('Lampu jalan di Kecamatan Bengalon padam sudah dua minggu');
    expect(report.facts).toMatchObject({
      topic: { code: 'perhubungan.lampu-jalan', group: 'perhubungan', source: 'model' },
      agency: { code: 'dishub', isOurs: true, id: null },
      area: { code: '64.08.09', path: 'Bengalon, Kutai Timur, Kalimantan Timur' },
    });
    expect(await idsIn('topic=perhubungan')).toEqual([report.id]);

    const { version } = report;
    const listrik = { topicCode: 'lainnya.listrik', version };
    const { body: corrected } = await system.admin.call('POST', `/reports/${report.id}/topic`, listrik);
    expect(corrected.facts).toMatchObject({
      topic: { code: 'lainnya.listrik', source: 'person', confidence: 1 },
      agency: { code: 'pln', isOurs: false, contact: 'PLN 123, aplikasi PLN Mobile' },
    });
    const area = { areaCode: null, version: corrected.version };
    expect((await system.admin.call('POST', `/reports/${report.id}/area`, area)).body.facts.area).toBeNull();
    await telegram.sendPrivateText(
      { id: citizens, firstName: `Warga ${citizens}` },
      'Bengalon, lampu jalan tadi',
    );
    const later = await eventually('the second message', async () => {
      const now = await read(report.id);
      return now.messageCount === 2 ? now : null;
    });
    expect(later).toMatchObject({ topicCode: 'lainnya.listrik', areaCode: null });
    expect(later.facts?.agency.code).toBe('pln');
    expect(await idsIn('topic=perhubungan')).toEqual([]);
    expect(later.timeline.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['topic-corrected', 'area-corrected']),
    );
  });

  it('follow the mapping that an admin has changed, whose agencies can then be sent to', async () => {
    const taxonomy = await get<Taxonomy>('/taxonomy');
    const groups = taxonomy.groups.map((group) => ({
      ...group,
      topics: group.topics.map((topic) =>
        topic.code === 'perhubungan.parkir' ? { ...topic, agency: 'satpolpp' } : topic,
      ),
    }));
    expect((await system.admin.call('POST', '/taxonomy', { ...taxonomy, groups })).status).toBe(200);
    const late = await system.admin.call('POST', '/taxonomy', taxonomy);
    expect(late).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    const { facts } = await receive('Parkir liar di depan pasar bikin macet');
    expect(facts?.agency).toMatchObject({ code: 'satpolpp', shortName: 'Satpol PP' });
    expect(facts?.agency.id).toMatch(/^[0-9a-f-]{36}$/);

    const [first, ...others] = groups;
    const lost = first && [
      { ...first, topics: first.topics.map((topic) => ({ ...topic, agency: 'nobody' })) },
    ];
    const refused = await system.admin.call('POST', '/taxonomy', {
      ...taxonomy,
      groups: [...(lost ?? []), ...others],
    });
    expect(refused).toMatchObject({ status: 400, body: { code: 'validation' } });
    expect(refused.body.detail).toContain('nobody');
  });

  it('bring a present danger to the top, by a filter and a count of its own', async () => {
    const report = await receive(
      'Tolong cepat! Ada kebakaran di belakang pasar, api membesar sekarang juga!',
    );
    const { items } = await get<ReportPage>('/reports?flag=urgent');
    expect(items.map(({ id }) => id)).toContain(report.id);
    expect(items.every(({ flags }) => flags.urgent)).toBe(true);
    expect((await get<ReportCounts>('/reports/counts')).urgent).toBe(items.length);
  });
});

describe('personal data in a report', () => {
  const TEXT = 'KTP saya ditolak, NIK 6408044505909999. Hubungi 0812-9999-0001 ya, NIK 6408044505909999';

  it('is masked in lists and on the report, and readable for who asks, which is noted', async () => {
    const report = await receive(TEXT);
    const masked = 'KTP saya ditolak, NIK [NIK 1]. Hubungi [TELEPON 1] ya, NIK [NIK 1]';
    expect(report).toMatchObject({
      isMasked: true,
      excerpt: masked,
      facts: { personalDataKinds: ['nik', 'phone'] },
    });
    expect(report.messages[0]?.text).toBe(masked);
    expect(JSON.stringify(report)).not.toMatch(/6408044505909999|9999-0001/);

    const { body: revealed } = await system.admin.call('POST', `/reports/${report.id}/reveal`);
    expect(revealed).toMatchObject({
      isMasked: false,
      messages: [{ text: TEXT }],
      classification: { text: TEXT },
    });
    const [entry] = (await read(report.id)).timeline.slice(-1);
    expect(entry).toMatchObject({ kind: 'personal-data-revealed', actorKind: 'user' });
    expect((await read(report.id)).isMasked).toBe(true);
  });

  it('is shown to nobody who may not see the report', async () => {
    const report = await receive(TEXT);
    const { body: agency } = await system.admin.call('POST', '/agencies', {
      code: 'dinas-lain',
      name: 'Dinas Lain',
      shortName: 'Lain',
    });
    const { client: member } = await signInInvited(system.api, system.admin, {
      email: 'dina@example.go.id',
      role: 'agency-member',
      agencyId: agency.id,
    });
    expect((await member.call('POST', `/reports/${report.id}/reveal`)).status).toBe(404);
    expect((await read(report.id)).timeline.map(({ kind }) => kind)).not.toContain('personal-data-revealed');
  });
});

describe('reports about the same thing', () => {
  const FALLEN =
    'Pohon tumbang menutup jalan di depan SMP 2 Sangatta Utara, mobil tidak bisa lewat sejak subuh';
  let first: ReportDetail;
  let second: ReportDetail;
  let third: ReportDetail;

  beforeAll(async () => {
    first = await receive(FALLEN);
    second = await receive(`Mohon dibantu pak. ${FALLEN.replace('subuh', 'jam lima pagi')}`);
    third = await receive(FALLEN.toUpperCase());
    await receive('Air PDAM di Teluk Pandan keruh dan berbau sudah seminggu');
  });

  it('are suggested for each other with why, and others are not', async () => {
    expect(await suggestionsFor(first.id)).toEqual([
      [third.id, 'respelled'],
      [second.id, 'shared'],
    ]);
  });

  it('are suggested by the place they were sent from, within a walk and some days', async () => {
    const at = { latitude: 0.1234, longitude: 117.4567 };
    const send = async (text: string, location: typeof at) => {
      const report = await receive(text);
      telegram.sendUpdate({
        message: {
          message_id: 90_000 + citizens,
          date: Math.floor(Date.now() / 1000),
          chat: { id: citizens, type: 'private', first_name: `Warga ${citizens}` },
          from: { id: citizens, is_bot: false, first_name: `Warga ${citizens}` },
          location,
        },
      });
      return eventually('a place', async () => {
        const now = await read(report.id);
        return now.messages.some((message) => message.location !== null) ? now : undefined;
      });
    };
    const hole = await send('Ada lubang besar di jalan ini, bahaya sekali untuk pengendara', at);
    const near = await send('Jalan berlubang dan rusak parah, motor saya jatuh', { ...at, latitude: 0.1239 });
    await send('Lubang jalan di sini belum ditambal dan membahayakan', { ...at, latitude: 0.2 });
    expect(await suggestionsFor(hole.id)).toEqual([[near.id, 'near']]);

    await join(hole.id, near.id);
    const { latitude, longitude } = { ...at, latitude: 0.1239 };
    expect((await incidentOf(hole.id)).places).toEqual([
      { reportId: near.id, ticketCode: near.ticketCode, latitude, longitude },
    ]);
  });

  it('are suggested by the same photo, in whatever size it came', async () => {
    const send = async (picture: Buffer) => {
      const id = ++citizens;
      telegram.sendPhoto({ id, firstName: `Warga ${id}` }, `Foto ${id}`, picture);
      return (
        await eventually('a photo', async () =>
          (await get<ReportPage>('/reports?hasAttachments=true')).items.find(
            ({ contactName }) => contactName === `Warga ${id}`,
          ),
        )
      ).id;
    };
    const original = await send(await scene(3).png().toBuffer());
    const forwarded = await send(await scene(3).resize(300).jpeg({ quality: 50 }).toBuffer());
    await send(await scene(8).png().toBuffer());
    await eventually('a suggestion', async () => (await suggestionsFor(forwarded)).length > 0);
    expect(await suggestionsFor(forwarded)).toEqual([[original, 'photo']]);
  });

  it('become one incident with one press; each keeps its reporter, and one press undoes it', async () => {
    const { joinId } = await join(second.id, first.id);
    await join(third.id, first.id);
    const incident = (await read(first.id)).incident;
    expect(incident).toMatchObject({ size: 3 });
    expect((await idsIn(`incidentId=${incident?.id}&order=oldest`)).toSorted()).toEqual(
      [first.id, second.id, third.id].toSorted(),
    );
    expect(await suggestionsFor(first.id)).toEqual([]);
    const { contact, timeline } = await read(second.id);
    expect(contact.displayName).toBe(second.contact.displayName);
    expect(timeline.at(-1)).toMatchObject({ kind: 'incident-joined', data: { with: first.ticketCode } });
    expect(
      (await system.admin.call('POST', `/reports/${second.id}/incident`, { otherId: first.id })).body,
    ).toMatchObject({ code: 'incident-unchanged' });

    await system.admin.call('DELETE', `/reports/${third.id}/incident`);
    expect((await incidentOf(first.id)).reports.map(({ id }) => id)).toEqual([first.id, second.id]);
    await system.admin.call('POST', `/incident-joins/${joinId}/undo`);
    expect((await read(first.id)).incident).toBeNull();
    expect((await read(second.id)).incident).toBeNull();
  });

  it('are not suggested again once a person has said that they are not the same', async () => {
    await join(second.id, first.id);
    await system.admin.call('POST', `/reports/${third.id}/incident/refusals`, { otherId: first.id });
    expect((await suggestionsFor(third.id)).map(([id]) => id)).toEqual([second.id]);
    expect((await suggestionsFor(first.id)).map(([id]) => id)).toEqual([]);
  });

  it('stand beside those whose class a person has decided', async () => {
    await system.admin.call('POST', `/reports/${first.id}/class`, {
      class: 'complaint',
      version: (await read(first.id)).version,
    });
    const { examples } = await incidentOf(third.id);
    expect(examples.map(({ id, class: decided }) => [id, decided])).toEqual([[first.id, 'complaint']]);
    expect(await tallyDifferences(system)).toEqual([]);
  });
});
