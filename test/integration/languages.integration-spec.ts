import type { ReportCounts, ReportDetail, ReportPage } from '@app/api-contract';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let telegram: TelegramDouble;
let system: TestSystem;

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
const namesIn = async (query: string) =>
  (await get<ReportPage>(`/reports?${query}`)).items.map(({ contactName }) => contactName);

it('the language of a report is told by all that the citizen writes, listed, counted and mended where it is missing', async () => {
  const karto = { id: 71, firstName: 'Karto' };
  await telegram.sendPrivateText(karto, 'Pak, dalan ngarep balai desa bolong kabeh, kapan didandani?');
  await telegram.sendPrivateText({ id: 72, firstName: 'Aminah' }, 'Ulun handak batakun, banyu kada mangalir');
  await telegram.sendPrivateText({ id: 73, firstName: 'Budi' }, 'Sampah di pasar sudah lama tidak diangkut');
  await telegram.sendPrivateText({ id: 74, firstName: 'Tes' }, 'tes 123');
  await eventually('four reports', async () => (await namesIn('')).length === 4);
  await telegram.sendPrivateText(karto, 'terima kasih');
  const { id } = await eventually('the second message', async () =>
    (await get<ReportPage>('/reports?language=jv')).items.find(({ messageCount }) => messageCount === 2),
  );
  const read = () => get<ReportDetail>(`/reports/${id}`);
  expect(await read()).toMatchObject({ contactName: 'Karto', language: 'jv' });

  expect(await namesIn('language=jv')).toEqual(['Karto']);
  expect(await namesIn('language=bjn&channel=telegram')).toEqual(['Aminah']);
  expect(await namesIn('language=jv&language=bjn&channel=telegram&order=oldest')).toEqual([
    'Karto',
    'Aminah',
  ]);
  expect(await namesIn('language=und')).toEqual(['Tes']);
  expect(await namesIn('language=su')).toEqual([]);
  expect((await system.admin.call('GET', '/reports?language=javanese')).status).toBe(400);
  const { byLanguage } = await get<ReportCounts>('/reports/counts');
  expect(byLanguage).toEqual({ id: 1, en: 0, jv: 1, su: 0, bjn: 1, vkt: 0, und: 1 });

  await system.database.query('update reports set language = null');
  await eventually('the worker has read them again', async () => (await namesIn('language=id')).length === 1);
  expect(await namesIn('language=jv')).toEqual(['Karto']);
});
