import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { RecordHealthService } from '@app/connections';
import { ConnectorError, type BackfillSource, type Connector } from '@app/connector-kit';
import { CONNECTORS } from '@app/connectors';
import { Database } from '@app/database';
import { eventually } from '../support/eventually.js';
import { LineDouble, lineEvent } from '../support/line-double.js';
import { startTelegramDouble } from '../support/telegram-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

const HOUR = 3_600_000;
const line = new LineDouble();
const asked: { from: Date; to: Date; cursor: string | null }[] = [];
/** What the line's history answers; replaced by tests. */
let fetchPage: BackfillSource<unknown>['fetchPage'];
const nothing: typeof fetchPage = async () => ({ events: [], nextCursor: null, hasMore: false });

const withHistory = {
  ...line.connector,
  backfill: {
    reachMs: 2 * HOUR,
    fetchPage: (span, cursor, context) => {
      asked.push({ ...span, cursor });
      return fetchPage(span, cursor, context);
    },
  },
} satisfies Connector<{ line: string }>;
const withoutHistory = new LineDouble();
const mute = {
  ...withoutHistory.connector,
  descriptor: { ...line.connector.descriptor, code: 'mute-double' },
} as Connector;

let system: TestSystem;
beforeAll(async () => {
  const others = CONNECTORS.filter(({ descriptor }) => descriptor.code === 'telegram');
  system = await startTestSystem(undefined, [withHistory as Connector, mute, ...others]);
});
afterEach(async () => {
  for (const { id } of (await system.admin.call('GET', '/connections')).body) {
    await system.admin.call('PATCH', `/connections/${id}`, { status: 'paused' });
  }
  asked.length = 0;
});
afterAll(() => system.close());

/* eslint-disable @typescript-eslint/no-explicit-any -- answers of the API, looked at as the test expects them */
async function connect(channel: string, settings: object = {}): Promise<string> {
  const { body } = await system.admin.call('POST', '/connections', { channel, name: channel, settings });
  await eventually('somebody listens', () => listened(body.id));
  return body.id;
}
const connectionOf = async (id: string): Promise<any> =>
  (await system.admin.call('GET', '/connections')).body.find((row: any) => row.id === id);
/* eslint-enable @typescript-eslint/no-explicit-any */
const listened = async (id: string) => {
  const database = system.api.app.get(Database, { strict: false });
  const [row] = await database.query<{ at: Date | null }>(
    'select listened_at as at from connections where id = $1',
    [id],
  );
  return row?.at;
};
const change = (id: string, body: object) => system.admin.call('PATCH', `/connections/${id}`, body);
const gapOf = (id: string, state: string) =>
  eventually(`a gap that is ${state}`, async () => {
    const [gap] = (await connectionOf(id)).gaps;
    return gap?.state === state && gap;
  });
/** Nobody listened for so long: as if the program had been stopped, unless `reason` says otherwise. */
async function awayFor(id: string, ms: number, reason: string | null = null): Promise<void> {
  await change(id, { status: 'paused' });
  await system.database.query(`update connections set listened_at = now() - interval '${ms} milliseconds',
    absence_reason = ${reason ? `'${reason}'` : 'null'} where id = '${id}'`);
  await change(id, { status: 'active' });
}
const pages =
  (...texts: string[]): typeof fetchPage =>
  async (_span, cursor) => {
    const index = Number(cursor ?? 0);
    const text = texts[index] ?? '';
    const hasMore = index + 1 < texts.length;
    return { events: [lineEvent(`old ${text}`, text)], nextCursor: String(index + 1), hasMore };
  };

describe('a span in which nobody listened', () => {
  it('is fetched page by page as soon as somebody listens again', async () => {
    fetchPage = pages('Jalan rusak di Singa Geweh', 'Air keruh di Teluk Lingga');
    const id = await connect('line-double');
    await awayFor(id, HOUR);
    const gap = await gapOf(id, 'recovered');
    expect(gap).toMatchObject({ reason: 'stopped', found: 2, why: null, lostTo: null });
    expect(Date.parse(gap.to) - Date.parse(gap.from)).toBeGreaterThanOrEqual(HOUR);
    expect(asked.map(({ cursor }) => cursor)).toEqual([null, '1']);
    for (const words of ['Singa Geweh', 'Teluk Lingga']) {
      await eventually(words, async () => {
        const { body } = await system.admin.call('GET', `/reports?q=${encodeURIComponent(words)}`);
        return body.items.length === 1;
      });
    }
    const { body } = await system.admin.call('GET', '/notices');
    expect(body.filter((notice: { kind: string }) => notice.kind === 'connection-gap')).toEqual([]);
  });

  it('is fetched as far as the platform reaches, and the rest is named', async () => {
    fetchPage = pages('Trotoar ambles');
    const id = await connect('line-double');
    await awayFor(id, 5 * HOUR, 'paused');
    const gap = await gapOf(id, 'partly');
    expect(gap).toMatchObject({ reason: 'paused', why: 'too-old', found: 1 });
    expect(Date.parse(gap.lostTo) - Date.parse(gap.from)).toBeGreaterThan(2.9 * HOUR);
    expect(asked[0]?.from.toISOString()).toBe(gap.lostTo);
  });

  it('goes on where fetching broke off, and is lost when the platform refuses', async () => {
    let failures = 0;
    const history = pages('Satu', 'Dua', 'Tiga');
    fetchPage = async (span, cursor, context) => {
      if (cursor === '1' && failures++ === 0) throw new ConnectorError('transient', 'no answer');
      return history(span, cursor, context);
    };
    const id = await connect('line-double');
    await awayFor(id, HOUR);
    expect(await gapOf(id, 'recovered')).toMatchObject({ found: 3 });
    expect(asked.map(({ cursor }) => cursor)).toEqual([null, '1', '1', '2']);

    fetchPage = async () => {
      throw new ConnectorError('permission-missing', 'History is not allowed');
    };
    await awayFor(id, HOUR);
    expect(await gapOf(id, 'unrecoverable')).toMatchObject({
      why: 'refused',
      whyDetail: 'History is not allowed',
    });
  });

  it('is told to admins as lost where the channel has no history', async () => {
    const id = await connect('mute-double');
    await awayFor(id, HOUR);
    const gap = await gapOf(id, 'unrecoverable');
    expect(gap).toMatchObject({ why: 'no-history', lostTo: gap.to });
    const { body } = await system.admin.call('GET', '/notices');
    expect(body[0]).toMatchObject({ kind: 'connection-gap', connectionId: id, isUnread: true });
  });

  it('begins when the channel goes down and ends when it is well again', async () => {
    fetchPage = nothing;
    const id = await connect('line-double');
    const health = system.api.app.get(RecordHealthService, { strict: false });
    await health.record(id, { status: 'unreachable', reason: 'no line' });
    await system.database.query(
      `update connections set listened_at = now() - interval '10 minutes' where id = '${id}'`,
    );
    await health.record(id, { status: 'healthy' });
    expect(await gapOf(id, 'recovered')).toMatchObject({ reason: 'down', detail: 'no line' });
  });

  it('begins with the last event when the platform forgets where reading stopped', async () => {
    fetchPage = pages('Selokan mampet di Kabo');
    const id = await connect('line-double');
    const run = await eventually('an open line', async () => line.openRuns.at(-1));
    await run.context.emit([lineEvent('known', 'Halo')], '17');
    run.break(new ConnectorError('cursor-expired', 'The mailbox is a new one'));
    expect(await gapOf(id, 'recovered')).toMatchObject({
      reason: 'cursor-expired',
      detail: 'The mailbox is a new one',
      found: 1,
    });
  });

  it('is no gap where the platform keeps what was not taken, and only as long as it does', async () => {
    const telegram = await startTelegramDouble();
    try {
      const id = await connect('telegram', telegram.settings);
      await awayFor(id, 20 * HOUR);
      await eventually('somebody listens again', async () => {
        const at = await listened(id);
        return Date.now() - (at?.getTime() ?? 0) < HOUR;
      });
      expect((await connectionOf(id)).gaps).toEqual([]);
      await awayFor(id, 30 * HOUR);
      const gap = await gapOf(id, 'unrecoverable');
      expect(Math.round((Date.parse(gap.to) - Date.parse(gap.from)) / HOUR)).toBe(6);
    } finally {
      await telegram.stop();
    }
  });
});
