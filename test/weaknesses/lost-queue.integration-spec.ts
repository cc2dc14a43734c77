import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@app/database';
import { migrateQueues } from '@app/queues';
import { startWorker } from '../../apps/worker/src/start-worker.js';
import { eventually } from '../support/eventually.js';
import { signInFirstAdmin } from '../support/first-admin.js';
import { startTestApi, type TestApi } from '../support/test-api.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const SECRET = 'rahasia-rahasia-rahasia';
const secretKey = randomBytes(32);
let database: TestDatabase;
let api: TestApi;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wadah-w3-'));
  database = await createTestDatabase();
  await migrateQueues({ databaseUrl: database.url });
  api = await startTestApi(database.url, { secretKey });
});
afterAll(async () => {
  await api.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

describe('W3: when the queue is emptied and no worker ran', () => {
  it('what was acknowledged is on disk, and becomes a report once a worker is there', async () => {
    const admin = await signInFirstAdmin(api);
    const settings = {
      botToken: '1:AA',
      mode: 'webhook',
      webhookSecret: SECRET,
      apiRoot: 'http://127.0.0.1:9',
    };
    const { body: connection } = await admin.call('POST', '/connections', {
      ...{ channel: 'telegram', name: 'Bot', settings },
    });
    const person = { id: 5, first_name: 'Ita' };
    const message = { message_id: 1, date: 1_795_000_000, text: 'Tiang listrik miring di Bengalon' };
    const answer = await fetch(connection.webhookUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET },
      body: JSON.stringify({
        update_id: 1,
        message: { ...message, chat: { ...person, type: 'private' }, from: { ...person, is_bot: false } },
      }),
    });
    expect(answer.status).toBe(200);
    const db = api.app.get(Database, { strict: false });
    const jobs = async () => {
      const tables = await db.query<{ name: string }>(
        `select quote_ident(table_name) as name from information_schema.columns
          where table_schema = 'bullmq' and column_name = 'data' and table_name like '%job%'`,
      );
      return tables.map(({ name }) => `bullmq.${name}`);
    };
    expect(await jobs()).not.toEqual([]);
    await eventually('the job', async () => (await db.query(`select from ${(await jobs())[0]}`)).length > 0);
    for (const table of await jobs()) await db.query(`truncate ${table} cascade`);
    expect(await db.query(`select state from raw_events`)).toEqual([{ state: 'pending' }]);

    const worker = await startWorker({
      ...{ databaseUrl: database.url, secretKey, dataFolder: folder, timeZone: 'Asia/Makassar' },
      allowsPrivateAddresses: true,
      applicationName: 'wadah-test-worker',
    });
    try {
      await eventually('the report', async () => {
        const { body } = await admin.call('GET', '/reports?q=Bengalon');
        return body.items.length === 1;
      });
    } finally {
      await worker.close();
    }
  });
});
