import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROJECT_ROOT } from '@app/config';
import { startTestServer } from '@app/database/testing';
import pg from 'pg';
import { hasDovecot, startMailServer, type MailServer } from '../support/dovecot-server.js';
import { eventually } from '../support/eventually.js';
import { signInFirstAdmin } from '../support/first-admin.js';
import { startTestApi } from '../support/test-api.js';

const isHere = hasDovecot();
if (!isHere) console.warn('*** No Dovecot found: THE FAULTS OF THE E-MAIL CHANNEL ARE SKIPPED. ***');

const BOX = 'aduan@pemda.example';
const MAILS = 300;
const KILLS = 3;

(isHere ? describe : describe.skip)('the e-mail channel', () => {
  const secretKey = randomBytes(32);
  let folder: string;
  let server: Awaited<ReturnType<typeof startTestServer>>;
  let database: pg.Client;
  let mail: MailServer;
  let worker: ChildProcess | undefined;

  const run = (application: string, ...parameters: string[]) =>
    spawn(
      process.execPath,
      [path.join(PROJECT_ROOT, `dist/apps/${application}/src/main.js`), ...parameters],
      {
        env: {
          ...process.env,
          DATABASE_URL: server.url,
          WADAH_DATA_DIR: folder,
          WADAH_SECRET_KEY: secretKey.toString('base64'),
          WADAH_ALLOW_PRIVATE_ADDRESSES: 'true',
          WADAH_WORKER_PORT: '0',
        },
        stdio: 'ignore',
      },
    );
  const finish = async (child: ChildProcess) => (await once(child, 'exit'))[0] as number | null;
  const count = async (table: 'raw_events' | 'messages'): Promise<number> =>
    (await database.query<{ count: number }>(`select count(*)::int from ${table}`)).rows[0]?.count ?? 0;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'wadah-email-'));
    [server, mail] = await Promise.all([startTestServer(), startMailServer()]);
    expect(await finish(run('cli', 'migrate'))).toBe(0);
    database = new pg.Client({ connectionString: server.url });
    await database.connect();
    const api = await startTestApi(server.url, { secretKey });
    const admin = await signInFirstAdmin(api);
    const body = { channel: 'email', name: 'Surat', settings: mail.settings };
    expect(await admin.call('POST', '/connections', body)).toMatchObject({ status: 201 });
    await api.close();
  });
  afterAll(async () => {
    worker?.kill('SIGKILL');
    await database?.end();
    await server?.stop();
    await mail?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('loses and doubles nothing when the worker is killed again and again while mail keeps coming', async () => {
    let delivered = 0;
    const producing = (async () => {
      for (; delivered < MAILS; delivered++) {
        await mail.deliver(
          BOX,
          `From: warga${delivered % 7}@warga.example\nTo: ${BOX}\nSubject: Jalan rusak di RT ${delivered}\nMessage-ID: <f${delivered}@warga.example>\n\nSudah lama di RT ${delivered}.\n`,
        );
      }
    })();
    for (let kill = 1; kill <= KILLS; kill++) {
      worker = run('worker');
      const moment = Math.floor(((kill - Math.random()) * MAILS) / (KILLS + 1));
      await eventually('the moment', async () => (await count('raw_events')) >= moment);
      worker.kill('SIGKILL');
      await finish(worker);
    }
    worker = run('worker');
    await producing;
    await eventually('every message', async () => (await count('messages')) >= MAILS);
    const { rows } = await database.query(
      `select (select count(*)::int from raw_events) as events, count(*)::int as messages,
              count(distinct external_id)::int as different, count(distinct report_id)::int as reports from messages`,
    );
    expect(rows).toEqual([{ events: MAILS, messages: MAILS, different: MAILS, reports: MAILS }]);
    expect(await mail.mailsOf(BOX)).toHaveLength(MAILS);
    expect(await finish(run('cli', 'reconcile'))).toBe(0);
  }, 240_000);
});
