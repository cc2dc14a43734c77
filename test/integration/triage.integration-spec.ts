import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportCounts, ReportDetail, ReportPage, Taxonomy } from '@app/api-contract';
import { signInInvited } from '../support/first-admin.js';
import { eventually } from '../support/eventually.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
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
    const { items } = await get<ReportPage>('/reports?urgent=true');
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
