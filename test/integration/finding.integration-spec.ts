import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportDetail, ReportSummary } from '@app/api-contract';
import type { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import { signInInvited } from '../support/first-admin.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let system: TestSystem;
let telegram: TelegramDouble;
let sari: ApiClient;
let budi: ApiClient;
let citizens = 84_000;

beforeAll(async () => {
  [system, telegram] = await Promise.all([startTestSystem(), startTelegramDouble()]);
  sari = system.admin;
  await sari.call('POST', '/connections', { channel: 'telegram', name: 'Bot', settings: telegram.settings });
  const officer = await signInInvited(system.api, sari, { email: 'budi@example.go.id', role: 'officer' });
  budi = officer.client;
});
afterAll(async () => {
  await system.close();
  await telegram.stop();
});

const detail = async (id: string): Promise<ReportDetail> => (await sari.call('GET', `/reports/${id}`)).body;
const list = async (query: string, by = sari): Promise<ReportSummary[]> =>
  (await by.call('GET', `/reports?${query}`)).body.items;
const idsOf = async (query: string) => (await list(query)).map(({ id }) => id);

async function reportOf(text: string): Promise<string> {
  const id = ++citizens;
  await telegram.sendPrivateText({ id, firstName: 'Wati' }, text);
  const query = `q=${encodeURIComponent(text)}`;
  return (await eventually(`a report with "${text}"`, async () => (await list(query))[0])).id;
}
const change = async (id: string, what: string, body: object) =>
  sari.call('POST', `/reports/${id}/${what}`, { ...body, version: (await detail(id)).version });

describe('finding', () => {
  it('combines marks, people, tags, time and words, and shows where the words stand', async () => {
    const id = await reportOf('Awalan panjang. Pompa sumur bor di Dusun Kabo Jaya mati total sejak kemarin.');
    await change(id, 'tags', { add: ['Sumur Bor'] });
    await change(id, 'assignee', { userId: (await sari.call('GET', '/session')).body.user.id });
    expect(await idsOf('tag=sumur+bor&assignee=me&unanswered=true')).toEqual([id]);
    expect(await idsOf('tag=sumur+bor&assignee=none')).toEqual([]);
    expect((await list('tag=sumur+bor&assignee=me', budi)).length).toBe(0);
    expect(await idsOf('tag=sumur+bor&from=2100-01-01T00:00:00Z')).toEqual([]);
    expect(await idsOf('tag=sumur+bor&to=2100-01-01T00:00:00Z')).toEqual([id]);
    expect(await idsOf('tag=sumur+bor&flag=supervisory')).toEqual([]);
    expect((await sari.call('GET', '/tags')).body).toContain('sumur bor');
    expect((await list('q=pompa'))[0]?.match).toContain('\u0001Pompa\u0002 sumur bor');
    expect((await list('tag=sumur+bor'))[0]?.match).toBeNull();
  });

  it('shows no personal data where the words stand', async () => {
    await reportOf('Lampu SDN 012 Bengalon padam. NIK saya 6408041203880002, HP 081254321987.');
    const [row] = await list('q=SDN+012+Bengalon');
    expect(row?.match).toContain('[NIK 1]');
    expect(row?.match).not.toMatch(/6408041203880002|081254321987/);
  });

  it('finds what the last word is the beginning of, as it is typed', async () => {
    const id = await reportOf('Toiletnya di terminal Sangkima rusak, anak-anak mengeluh');
    for (const words of ['toil', 'toilet', 'terminal+sang', 'rusak+anak-an', 'sangkima+t']) {
      expect([words, await idsOf(`q=${words}`)]).toEqual([words, [id]]);
    }
    expect(await idsOf('q=termin+sangkima')).toEqual([]);
    expect((await list('q=toilet'))[0]?.match).toContain('\u0001Toiletnya\u0002');
  });

  it('finds what somebody wrote by their name, as it is typed, alone and with other filters', async () => {
    await telegram.sendPrivateText({ id: ++citizens, firstName: 'Umaruddin' }, 'Sumbat di selokan');
    const row = await eventually('by name', async () => (await list('q=umarud'))[0]);
    expect(row).toMatchObject({ contactName: 'Umaruddin', match: null });
    expect(await idsOf('q=umaruddin&channel=telegram&status=new')).toEqual([row.id]);
    expect(await idsOf('q=umaruddin&channel=email')).toEqual([]);
    expect(await idsOf('q=umaruddin+selokan')).toEqual([]);
  });

  it('says how many there are, by class, of what the same filter lists', async () => {
    await reportOf('Kapan jadwal samsat keliling di Teluk Pandan?');
    await reportOf('Samsat keliling di Teluk Pandan penuh sampah dan bau busuk');
    const found = async (query: string) => (await sari.call('GET', `/reports/found?${query}`)).body;
    const listed = await list('q=samsat+keliling');
    const of = (one: string) => listed.filter((row) => row.class === one).length;
    expect(await found('q=samsat+keliling')).toMatchObject({
      count: 2,
      cap: 100,
      byClass: Object.fromEntries(listed.map((row) => [row.class, of(row.class)])),
    });
    expect(await found('q=samsat+keliling&class=spam')).toMatchObject({ count: 0, byClass: {} });
    expect((await found('')).count).toBe((await list('')).length);
    expect(await found('order=due')).toMatchObject({ count: (await list('order=due')).length, cap: 1_000 });
  });

  it('is kept under a name, for oneself or for all', async () => {
    const view = { name: 'Sumur', query: 'tag=sumur+bor', isShared: false };
    const { id } = (await sari.call('POST', '/saved-views', view)).body;
    await sari.call('POST', '/saved-views', { ...view, name: 'Bersama', isShared: true });
    const names = async (by: ApiClient) =>
      ((await by.call('GET', '/saved-views')).body as { name: string }[]).map(({ name }) => name);
    expect(await names(sari)).toEqual(['Bersama', 'Sumur']);
    expect(await names(budi)).toEqual(['Bersama']);
    expect((await budi.call('DELETE', `/saved-views/${id}`)).status).toBe(404);
    expect((await sari.call('POST', '/saved-views', { ...view, name: 'sumur' })).body.code).toBe(
      'view-name-taken',
    );
    const rename = (name: string, by = sari) =>
      by.call('PATCH', `/saved-views/${id}`, { name, isShared: true });
    expect((await rename('bersama')).body.code).toBe('view-name-taken');
    expect((await rename('Punya saya', budi)).status).toBe(404);
    expect((await rename('Sumur bor')).status).toBeLessThan(300);
    expect(await names(budi)).toEqual(['Bersama', 'Sumur bor']);
    await sari.call('DELETE', `/saved-views/${id}`);
    expect(await names(sari)).toEqual(['Bersama']);
  });
});
