import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadSecretKey } from '@app/config';
import { OpenConnectionService } from '@app/connections';
import { Database } from '@app/database';
import type { ApiClient } from '../support/api-client.js';
import { signInFirstAdmin } from '../support/first-admin.js';
import { startTestApi, type TestApi } from '../support/test-api.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const TOKEN = '7000001:AAtoken-of-the-bot-that-nobody-may-read';
let database: TestDatabase;
let api: TestApi;
let admin: ApiClient;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await startTestApi(database.url);
  admin = await signInFirstAdmin(api);
});
afterAll(async () => {
  await api.close();
  await database.drop();
});

describe('W15: credentials', () => {
  it('lie sealed in the database, leave it nowhere, and open with no other key', async () => {
    const { body } = await admin.call('POST', '/connections', {
      channel: 'telegram',
      name: 'Bot',
      settings: { botToken: TOKEN, mode: 'webhook', apiRoot: 'http://127.0.0.1:9' },
    });
    const { body: webhook } = await admin.call('POST', '/outgoing-webhooks', {
      ...{ name: 'Dasbor', url: 'http://127.0.0.1:9/', events: ['report.created'] },
    });
    const db = api.app.get(Database, { strict: false });
    const [stored] = await db.query<{ everything: string }>(
      `select (select string_agg(c::text || convert_from(decode(encode(coalesce(secrets, ''), 'hex'), 'escape'), 'latin1'), '')
                 from connections c)
           || (select string_agg(w::text || encode(secret, 'escape'), '') from webhook_subscriptions w)
           || (select string_agg(a::text, '') from audit_log a) as everything`,
    );
    expect(stored?.everything).not.toContain(TOKEN);
    expect(stored?.everything).not.toContain(Buffer.from(TOKEN).toString('hex'));
    expect(stored?.everything).not.toContain(Buffer.from(webhook.secret).toString('hex'));
    for (const address of ['/connections', '/outgoing-webhooks']) {
      const shown = JSON.stringify((await admin.call('GET', address)).body);
      expect(shown).not.toContain(TOKEN);
      expect(shown).not.toContain(webhook.secret);
    }
    const other = await startTestApi(database.url, { secretKey: randomBytes(32) });
    const opener = other.app.get(OpenConnectionService, { strict: false });
    await expect(opener.byId(body.id)).rejects.toThrow('another key');
    await other.close();
    const mine = await api.app.get(OpenConnectionService, { strict: false }).byId(body.id);
    expect(mine?.context.settings).toMatchObject({ botToken: TOKEN });
  });

  it('are renewed by one process at a time, and kept sealed before anybody goes on', async () => {
    const { body } = await admin.call('POST', '/connections', {
      channel: 'telegram',
      name: 'Bot yang kuncinya berganti',
      settings: { botToken: TOKEN, mode: 'webhook', apiRoot: 'http://127.0.0.1:9' },
    });
    const opener = api.app.get(OpenConnectionService, { strict: false });
    const seen: unknown[] = [];
    const renewOnce = async (): Promise<void> => {
      const open = await opener.byId(body.id);
      await open?.context.renewSecrets(async (current) => {
        const { botToken } = current as { botToken: string };
        seen.push(botToken);
        return { botToken: `${botToken}x` };
      });
    };
    await Promise.all([renewOnce(), renewOnce(), renewOnce()]);
    expect(seen).toEqual([TOKEN, `${TOKEN}x`, `${TOKEN}xx`]);
    const refuses = (await opener.byId(body.id))?.context.renewSecrets(async () => {
      throw new Error('the platform says no');
    });
    await expect(refuses).rejects.toThrow('the platform says no');
    expect((await opener.byId(body.id))?.context.settings).toMatchObject({ botToken: `${TOKEN}xxx` });
    const db = api.app.get(Database, { strict: false });
    const [row] = await db.query<{ secrets: Buffer }>('select secrets from connections where id = $1', [
      body.id,
    ]);
    expect(row?.secrets.includes(TOKEN)).toBe(false);
  });

  it('need a usable key: without one nothing starts, and no new one is made in its place', async () => {
    await expect(startTestApi(database.url, { secretKey: randomBytes(16) })).rejects.toThrow('32 bytes');
    const folder = await mkdtemp(path.join(tmpdir(), 'wadah-w15-'));
    try {
      await writeFile(path.join(folder, 'secret.key'), 'cut off');
      await expect(loadSecretKey({ WADAH_DATA_DIR: folder })).rejects.toThrow('secret.key');
      await expect(loadSecretKey({ WADAH_DATA_DIR: folder, WADAH_SECRET_KEY: 'short' })).rejects.toThrow(
        'WADAH_SECRET_KEY',
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
