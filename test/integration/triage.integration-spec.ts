import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportCounts, ReportDetail, ReportPage } from '@app/api-contract';
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
      ({ contactName, excerpt }) => contactName === `Warga ${id}` && excerpt === text,
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
