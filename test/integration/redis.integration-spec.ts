import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { hasRedis, startRedis, type RedisServer } from '../support/redis-server.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

const isHere = hasRedis();
if (!isHere) console.warn('*** No redis-server found: THE TESTS OF THE REDIS QUEUE ARE SKIPPED. ***');

(isHere ? describe : describe.skip)('with jobs in Redis', () => {
  let redis: RedisServer;
  let telegram: TelegramDouble;
  let system: TestSystem;

  beforeAll(async () => {
    [redis, telegram] = await Promise.all([startRedis(), startTelegramDouble()]);
    system = await startTestSystem(redis.url);
    const settings = { ...telegram.settings, mode: 'webhook' };
    await system.admin.call('POST', '/connections', { channel: 'telegram', name: 'Bot', settings });
  });

  afterAll(async () => {
    await system?.close();
    await telegram?.stop();
    await redis?.kill();
  });

  const reportWith = (words: string) =>
    eventually(words, async () => {
      const { body } = await system.admin.call('GET', `/reports?q=${encodeURIComponent(words)}`);
      return (body as { items: { id: string; version: number }[] }).items[0];
    });
  const write = (id: number, text: string) => telegram.sendPrivateText({ id, firstName: 'Budi' }, text);
  const answer = (report: { id: string; version: number }, text: string) =>
    system.admin.call('POST', `/reports/${report.id}/replies`, {
      text,
      idempotencyKey: crypto.randomUUID(),
      version: report.version,
    });

  it('messages arrive and answers leave', async () => {
    await write(1, 'Pohon tumbang di Jalan Merdeka');
    const report = await reportWith('Jalan Merdeka');
    await answer(report, 'Regu berangkat.');
    await telegram.waitForReply(({ text }) => text === 'Regu berangkat.');
    expect(await redis.count('bull:ingestion')).toBeGreaterThan(0);
    expect(await redis.count('bull:replies')).toBeGreaterThan(0);
    const { queues } = (await system.admin.call('GET', '/system-health')).body;
    expect(queues).toContainEqual(expect.objectContaining({ name: 'replies', waiting: 0, failed: 0 }));
  });

  it('nothing is lost when Redis dies with all its jobs', async () => {
    await redis.kill();
    await write(2, 'Trotoar amblas di Jalan Kartini');
    const report = await reportWith('Jalan Kartini');
    expect(await answer(report, 'Kami pasang pembatas.')).toMatchObject({ status: 202 });
    await telegram.waitForReply(({ text }) => text === 'Kami pasang pembatas.', 45_000);
  });
});
