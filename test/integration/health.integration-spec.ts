import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecordHealthService, WatchSilenceService } from '@app/connections';
import { Database } from '@app/database';
import { RecordEventsService } from '@app/ingestion';
import { QueueBackend } from '@app/queues';
import { telegramUpdate } from '../support/drain-harness.js';
import { eventually } from '../support/eventually.js';
import { signInInvited } from '../support/first-admin.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let system: TestSystem;
let telegram: TelegramDouble;
beforeAll(async () => {
  [system, telegram] = await Promise.all([startTestSystem(), startTelegramDouble()]);
});
afterAll(async () => {
  await system.close();
  await telegram.stop();
});

/* eslint-disable @typescript-eslint/no-explicit-any -- answers of the API, looked at as the test expects them */
async function connect(settings: object): Promise<any> {
  const body = { channel: 'telegram', name: 'Telegram Kominfo', settings };
  const answer = await system.admin.call('POST', '/connections', body);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
}
const connectionOf = async (id: string): Promise<any> =>
  (await system.admin.call('GET', '/connections')).body.find((row: any) => row.id === id);
const noticesOf = async (id: string): Promise<any[]> =>
  (await system.admin.call('GET', '/notices')).body.filter((row: any) => row.connectionId === id);
/* eslint-enable @typescript-eslint/no-explicit-any */
const service = <Service>(type: new (...parameters: never[]) => Service): Service =>
  system.api.app.get(type as never, { strict: false });
const pause = (id: string) => system.admin.call('PATCH', `/connections/${id}`, { status: 'paused' });

describe('a channel that goes down', () => {
  it('is told to the admin once and to every officer, until it works again', async () => {
    const { client: officer } = await signInInvited(system.api, system.admin, {
      email: 'petugas@example.go.id',
      role: 'officer',
    });
    const { id } = await connect({ ...telegram.settings, botToken: '7000001:AArevoked' });
    const [outage] = await eventually('the outage', async () => {
      const { body } = await officer.call('GET', '/channel-outages');
      return body.length > 0 && body;
    });
    expect(outage).toMatchObject({ connectionId: id, state: 'needs-reauthorisation' });
    const [notice] = await noticesOf(id);
    expect(notice).toMatchObject({
      kind: 'connection-down',
      state: 'needs-reauthorisation',
      reason: expect.stringContaining('@BotFather'),
      resolvedAt: null,
      isUnread: true,
    });
    expect((await connectionOf(id)).health.failuresPerHour).toBeGreaterThan(0);
    expect((await officer.call('GET', '/notices')).status).toBe(403);

    await system.admin.call('POST', '/notices/read', { upTo: notice.id });
    expect(await noticesOf(id)).toMatchObject([{ isUnread: false }]);
    await system.admin.call('PATCH', `/connections/${id}`, { settings: { botToken: telegram.token } });
    await eventually('health', async () => (await connectionOf(id)).health.state === 'healthy');
    expect((await officer.call('GET', '/channel-outages')).body).toEqual([]);
    expect(await noticesOf(id)).toMatchObject([{ id: notice.id, resolvedAt: expect.any(String) }]);
    await pause(id);
  });

  it('that comes and goes is one notice, not one for each time', async () => {
    const { id } = await connect({ ...telegram.settings, mode: 'webhook' });
    await pause(id);
    const health = service(RecordHealthService);
    for (let time = 0; time < 3; time++) {
      await health.record(id, { status: 'unreachable', reason: `time-out ${time}` });
      await health.record(id, { status: 'healthy' });
    }
    await health.record(id, { status: 'unreachable', reason: 'gone' });
    expect(await noticesOf(id)).toMatchObject([{ reason: 'gone', resolvedAt: null }]);
  });
});

describe('silence', () => {
  const watch = () => service(WatchSilenceService).watch();
  /** Events in every ten minutes of the last 28 days, but for the hours that `isAwake` leaves out; none for 3 hours. */
  async function history(isAwake: string): Promise<string> {
    const { id } = await connect({ ...telegram.settings, mode: 'webhook' });
    await system.database.query(`insert into connection_activity (connection_id, slot, received)
      select '${id}', slot, 3 from generate_series(date_bin('10 minutes', now() - interval '28 days 6 hours', 'epoch'),
                                                   now() - interval '3 hours', '10 minutes') as slot where ${isAwake}`);
    await system.database.query(
      `update connections set last_event_at = now() - interval '3 hours' where id = '${id}'`,
    );
    return id;
  }

  it('is flagged when it is longer than usual at this time of day, told, and ends with the next event', async () => {
    const id = await history('true');
    await watch();
    const { quiet } = await connectionOf(id);
    expect(quiet.usualGapSeconds).toBeLessThan(1_200);
    expect(quiet.gapSeconds).toBeGreaterThan(10_000);
    expect(await noticesOf(id)).toMatchObject([{ kind: 'connection-quiet', resolvedAt: null }]);

    await service(RecordEventsService).record(id, [telegramUpdate(9_001, { text: 'Halo' })]);
    expect((await connectionOf(id)).quiet).toBeNull();
    await watch();
    expect(await noticesOf(id)).toMatchObject([{ resolvedAt: expect.any(String) }]);
  });

  it('is not flagged at hours at which this channel is always silent', async () => {
    const id = await history(
      `extract(epoch from now() - slot)::bigint % 86400 between ${3 * 3_600} and ${19 * 3_600}`,
    );
    await watch();
    expect((await connectionOf(id)).quiet).toBeNull();
  });

  it('of a night is noticed in the morning, not after another night', async () => {
    // Awake until 14 hours ago and, on every day but this one, from three hours ago on.
    const id = await history(
      `extract(epoch from now() - slot)::bigint % 86400 not between ${3 * 3_600} and ${14 * 3_600}
         and slot < now() - interval '14 hours'`,
    );
    await system.database.query(
      `update connections set last_event_at = now() - interval '14 hours' where id = '${id}'`,
    );
    await watch();
    expect((await connectionOf(id)).quiet).toMatchObject({ usualGapSeconds: expect.any(Number) });
  });

  it('of a connection with too little history says nothing', async () => {
    const id = await history(`slot > now() - interval '3 days'`);
    await watch();
    expect((await connectionOf(id)).quiet).toBeNull();
  });
});

describe('what waits', () => {
  it('is shown as the lag of its own connection, and not of another', async () => {
    const [slow, quick] = [
      await connect({ ...telegram.settings, mode: 'webhook' }),
      await connect({ ...telegram.settings, mode: 'webhook' }),
    ];
    await system.database
      .query(`insert into raw_events (connection_id, kind, external_id, conversation_key, lane,
      payload, received_at, next_attempt_at) values ('${slow.id}', 'update', '1', '1', 0, '{}',
      now() - interval '10 minutes', now() + interval '1 hour')`);
    expect((await connectionOf(slow.id)).lagSeconds).toBeGreaterThanOrEqual(600);
    expect((await connectionOf(quick.id)).lagSeconds).toBe(0);
    const metrics = await (await fetch(`${system.workerHealth}/metrics`)).text();
    expect(metrics).toMatch(
      new RegExp(`wadah_connection_waiting_seconds{connection="${slow.id}",channel="telegram"} \\d`),
    );
    expect(metrics).not.toContain(`connection="${quick.id}"`);
  });
});

describe('the page about the system', () => {
  const health = async () => (await system.admin.call('GET', '/system-health')).body;

  it('shows the processes that run, the sweeps that they do, what waits and how much room is left', async () => {
    const { id } = await connect({ ...telegram.settings, mode: 'webhook' });
    await system.database
      .query(`insert into raw_events (connection_id, kind, external_id, conversation_key, lane,
      payload, received_at, next_attempt_at) values ('${id}', 'update', 'late', '1', 3, '{}',
      '2020-01-02T03:04:05Z', now() + interval '1 hour')`);
    const seen = await eventually('a worker with its sweeps', async () => {
      const answer = await health();
      return answer.sweeps.some((sweep: { name: string }) => sweep.name === 'processes') && answer;
    });
    expect(seen.processes).toMatchObject([
      { kind: 'worker', pid: process.pid, isAlive: true },
      { kind: 'api', isAlive: true },
    ]);
    expect(seen.sweeps).toContainEqual(
      expect.objectContaining({ name: 'ledger', everyMs: 2_000, state: 'ok', failure: null }),
    );
    expect(seen.ledger).toMatchObject({
      pending: expect.any(Number),
      isMore: false,
      oldestAt: '2020-01-02T03:04:05.000Z',
    });
    expect(seen.storage.databaseBytes).toBeGreaterThan(1_000_000);
    expect(seen.storage.freeBytes).toBeLessThanOrEqual(seen.storage.diskBytes);
  });

  it('shows a job that failed, why, and tries it again when an admin says so, which is noted', async () => {
    await service(QueueBackend).queue('media').add('fetch-media', { attachmentId: 'none' });
    const queue = await eventually('a failed job', async () => {
      const { queues } = await health();
      return queues.find(({ name, failed }: { name: string; failed: number }) => name === 'media' && failed);
    });
    expect(queue.failures).toMatchObject([
      { job: 'fetch-media', reason: expect.stringContaining('attachmentId') },
    ]);
    const again = await system.admin.call('POST', '/queues/media/retry');
    expect(again).toMatchObject({ status: 200, body: { retried: 1 } });
    await eventually('a later failure', async () => {
      const { queues } = await health();
      const media = queues.find(({ name }: { name: string }) => name === 'media');
      return media.failures[0] && media.failures[0].failedAt > queue.failures[0].failedAt;
    });
    const [entry] = await service(Database).query(
      `select subject, data from audit_log where action = 'jobs-retried'`,
    );
    expect(entry).toEqual({ subject: 'queue:media', data: { retried: 1 } });
    expect((await system.admin.call('POST', '/queues/nothing/retry')).status).toBe(400);
  });

  it('shows the quarantine of all connections, page by page, for admins alone', async () => {
    const ids = [
      await connect({ ...telegram.settings, mode: 'webhook' }),
      await connect({ ...telegram.settings, mode: 'webhook' }),
    ].map(({ id }) => id as string);
    const torn = { status: 'unreadable', bytes: Buffer.from('{"torn'), reason: 'Cut off' } as const;
    for (const id of ids) await service(RecordEventsService).record(id, [torn]);
    const first = (await system.admin.call('GET', '/quarantine?limit=1')).body;
    const next = (await system.admin.call('GET', `/quarantine?limit=1&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...next.items]).toMatchObject(
      ids.reverse().map((connectionId) => ({
        connectionId,
        connectionName: 'Telegram Kominfo',
        reason: 'Cut off',
        preview: '{"torn',
      })),
    );
    const { client: officer } = await signInInvited(system.api, system.admin, {
      email: 'lain@example.go.id',
      role: 'officer',
    });
    for (const path of ['/quarantine', '/system-health']) {
      expect((await officer.call('GET', path)).status).toBe(403);
    }
  });
});
