import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PROJECT_ROOT } from '@app/config';
import { migrate } from '@app/database';
import { startTestServer } from '@app/database/testing';
import { migrateQueues } from '@app/queues';
import pg from 'pg';
import { eventually } from '../support/eventually.js';
import { FeedsDouble } from '../support/feeds-double.js';
import { signInFirstAdmin } from '../support/first-admin.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startTestApi, type TestApi } from '../support/test-api.js';
import { startXDouble, type XDouble } from '../support/x-double.js';

const KILLS = 3;
const FEEDS = ['mastodon', 'bluesky', 'youtube', 'google-business', 'threads'];
const CHANNELS = ['telegram', 'x', ...FEEDS];
const secretKey = randomBytes(32);
let folder: string;
let server: Awaited<ReturnType<typeof startTestServer>>;
let database: pg.Client;
let api: TestApi;
let telegram: TelegramDouble;
let x: XDouble;
let feeds: FeedsDouble;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wadah-killed-'));
  [server, telegram, x, feeds] = await Promise.all([
    startTestServer(),
    startTelegramDouble(),
    startXDouble({ handle: 'PemkabContoh' }),
    new FeedsDouble().start(),
  ]);
  await migrate(server.url);
  await migrateQueues({ databaseUrl: server.url });
  database = new pg.Client({ connectionString: server.url });
  await database.connect();
  api = await startTestApi(server.url, { secretKey });
  const admin = await signInFirstAdmin(api);
  for (const [channel, settings] of [
    ['telegram', telegram.settings],
    ['x', { ...x.settings, pollSeconds: 15 }],
    ...FEEDS.map((channel) => [channel, feeds.settings[channel]] as const),
  ] as const) {
    const { status } = await admin.call('POST', '/connections', { channel, name: channel, settings });
    expect(status).toBe(201);
  }
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await api.close();
  await database.end();
  await Promise.all([telegram.stop(), x.stop(), feeds.stop(), server.stop()]);
  await rm(folder, { recursive: true, force: true });
});

function startWorkerProcess(): ChildProcess {
  const worker = spawn(process.execPath, [path.join(PROJECT_ROOT, 'dist/apps/worker/src/main.js')], {
    env: {
      ...process.env,
      DATABASE_URL: server.url,
      WADAH_DATA_DIR: folder,
      WADAH_SECRET_KEY: secretKey.toString('base64'),
      WADAH_ALLOW_PRIVATE_ADDRESSES: 'true',
    },
    stdio: 'ignore',
  });
  workers.push(worker);
  return worker;
}
async function kill(worker: ChildProcess): Promise<void> {
  const gone = once(worker, 'exit');
  worker.kill('SIGKILL');
  await gone;
}
async function count(sql: string): Promise<number> {
  const { rows } = await database.query<{ count: number }>(`select count(*)::int as count from ${sql}`);
  return rows[0]?.count ?? 0;
}
const shown = (channel: string) =>
  count(`messages m join connections c on c.id = m.connection_id where c.channel = '${channel}'`);

it('a worker killed between fetching and storing, again and again while people write, loses nothing and doubles nothing', async () => {
  // Whoever stores a page waits when its cursor has moved and its events are not there yet: there it is killed.
  await database.query(`create table hold (is_on boolean); insert into hold values (false)`);
  await database.query(`create function hold_page() returns trigger language plpgsql as $$ begin
    if (select is_on from hold) then perform pg_sleep(30); end if;
    return null; end $$`);
  await database.query('create trigger hold_page before insert on raw_events execute function hold_page()');
  let written = 0;
  const write = async (): Promise<void> => {
    written += 1;
    await telegram.sendPrivateText(
      { id: 60_000 + written, firstName: 'Warga' },
      `Laporan Telegram ${written}`,
    );
    x.sendMention({ text: `@PemkabContoh laporan X ${written}`, handle: `warga_${written}` });
    feeds.write(`Laporan ${written}`);
  };
  const all = (channel: string) =>
    eventually(`all of ${channel}`, async () => (await shown(channel)) === written);
  await write();
  const first = startWorkerProcess();
  for (const channel of CHANNELS) await all(channel);
  await kill(first);
  for (let round = 0; round < KILLS; round++) {
    await database.query('update hold set is_on = true');
    for (let number = 0; number < 3; number++) await write();
    const worker = startWorkerProcess();
    await eventually(
      'a page of every channel that is fetched and not stored',
      async () => (await count(`pg_stat_activity where wait_event = 'PgSleep'`)) === CHANNELS.length,
      60_000,
    );
    await write();
    await kill(worker);
    // Its server processes end when they notice, with what they had not committed.
    await database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep'`,
    );
    await database.query('update hold set is_on = false');
    await write();
  }
  const last = startWorkerProcess();
  for (const channel of CHANNELS) await all(channel);
  await kill(last);
  expect(await count('raw_events')).toBe(CHANNELS.length * written);
  expect(await count(`raw_events where state <> 'shown'`)).toBe(0);
  expect(await count('reports')).toBe(CHANNELS.length * written);
}, 300_000);
