import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { PROJECT_ROOT } from '@app/config';
import { ConnectionsModule, ManageConnectionService } from '@app/connections';
import { migrate } from '@app/database';
import { startTestServer } from '@app/database/testing';
import { migrateQueues } from '@app/queues';
import pg from 'pg';
import { RuntimeModule } from '../../apps/runtime/src/runtime.module.js';
import { eventually } from '../support/eventually.js';
import { Smsc } from '../support/smpp-smsc.js';

@Module({})
class SetUpModule {}

const secretKey = randomBytes(32);
const smsc = new Smsc(1);
let folder: string;
let server: Awaited<ReturnType<typeof startTestServer>>;
let database: pg.Client;
let worker: ChildProcess | null = null;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wadah-sms-fault-'));
  server = await startTestServer();
  await migrate(server.url);
  await migrateQueues({ databaseUrl: server.url });
  await smsc.start();
  const runtime = RuntimeModule.forRoot({
    databaseUrl: server.url,
    secretKey,
    allowsPrivateAddresses: true,
    dataFolder: folder,
    timeZone: 'Asia/Makassar',
    applicationName: 'wadah-test',
  });
  const app = await NestFactory.createApplicationContext(
    { module: SetUpModule, imports: [runtime, ConnectionsModule] },
    { logger: ['error'], abortOnError: false },
  );
  await app.get(ManageConnectionService).create('sms', '1708', smsc.settings);
  await app.close();
  database = new pg.Client({ connectionString: server.url });
  await database.connect();
});
afterEach(() => kill());
afterAll(async () => {
  await smsc.stop();
  await database.end();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

function start(): void {
  worker = spawn(process.execPath, [path.join(PROJECT_ROOT, 'dist/apps/worker/src/main.js')], {
    env: {
      ...process.env,
      DATABASE_URL: server.url,
      WADAH_DATA_DIR: folder,
      WADAH_SECRET_KEY: secretKey.toString('base64'),
      WADAH_ALLOW_PRIVATE_ADDRESSES: 'true',
    },
    stdio: 'ignore',
  });
}

/** As a power cut. */
async function kill(): Promise<void> {
  const child = worker;
  worker = null;
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

async function texts(): Promise<string[]> {
  const { rows } = await database.query<{ text: string }>('select text from messages order by id');
  return rows.map(({ text }) => text);
}

const allAcknowledged = () => smsc.until(() => smsc.keptCount === 0, 90_000);

it('a worker that is killed between an SMS and its commit has acknowledged nothing; it comes again, once', async () => {
  start();
  await smsc.until(() => smsc.bindCount === 1, 90_000);
  await database.query('begin');
  await database.query('lock table raw_events in exclusive mode');
  smsc.deliver({ from: '628990000131', body: Buffer.from('Longsor di Desa Swarga Bara') });
  await eventually('a worker that waits for its commit', async () => {
    const { rows } = await database.query(
      `select from pg_locks where relation = 'raw_events'::regclass and not granted`,
    );
    return rows.length > 0;
  });
  await kill();
  await smsc.until(() => smsc.sessionCount === 0);
  await database.query('rollback');
  expect([smsc.keptCount, smsc.acknowledged.length]).toEqual([1, 0]);
  expect(await texts()).toEqual([]);

  start();
  await allAcknowledged();
  await eventually('the message', async () => (await texts()).length > 0);
  expect(await texts()).toEqual(['Longsor di Desa Swarga Bara']);
  expect(smsc.deliveryCount).toBe(2);
});

it('a part that was acknowledged survives a kill, and is put together with those that come after', async () => {
  const part = (number: number, text: string) =>
    smsc.deliver({
      from: '628990000132',
      esmClass: 0x40,
      body: Buffer.concat([Buffer.from([5, 0, 3, 9, 2, number]), Buffer.from(text)]),
    });
  const before = smsc.bindCount;
  start();
  await smsc.until(() => smsc.bindCount > before, 90_000);
  part(1, 'Jalan poros ');
  await allAcknowledged();
  await kill();
  part(2, 'putus total');
  start();
  await allAcknowledged();
  await eventually('the message', async () => (await texts()).includes('Jalan poros putus total'));
  expect((await texts()).filter((text) => text.includes('Jalan poros'))).toHaveLength(1);
});

it('a worker that is killed again and again while SMS keep coming loses nothing and doubles nothing', async () => {
  const [all, kills] = [120, 3];
  const reports = async () => (await texts()).filter((text) => text.startsWith('Jalan rusak di RT')).length;
  const producing = (async () => {
    for (let number = 1; number <= all; number++) {
      smsc.deliver({
        from: `6289900${2000 + (number % 7)}`,
        body: Buffer.from(`Jalan rusak di RT ${number}`),
      });
      await smsc.until(() => smsc.keptCount < 10, 90_000);
    }
  })();
  for (let round = 1; round <= kills; round++) {
    start();
    const moment = Math.floor((round * all) / (kills + 1));
    await eventually('the moment', async () => (await reports()) >= moment);
    await kill();
  }
  start();
  await producing;
  await allAcknowledged();
  await eventually('every SMS', async () => (await reports()) >= all);
  expect(new Set(await texts()).size).toBe((await texts()).length);
  expect(await reports()).toBe(all);
}, 240_000);
