import { existsSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONNECTORS, createWhatsappWebConnector } from '@app/connectors';
import { migrateQueues } from '@app/queues';
import type { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import { signInFirstAdmin } from '../support/first-admin.js';
import { startTestApi, type TestApi } from '../support/test-api.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { WhatsappWebDouble } from '../support/whatsapp-web-double.js';
import { startWorkerProcess, type WorkerProcess } from '../support/worker-process.js';

const hasBrowser = existsSync('/usr/bin/chromium');
if (!hasBrowser) console.warn('SKIPPED: WhatsApp Web in a real browser; install chromium');

const RATNA = '628120000001@c.us';
const GROUP = '120363000000000001@g.us';
const A_BROWSER_STARTS = 60_000;

let database: TestDatabase;
let api: TestApi;
let admin: ApiClient;
let phone: WhatsappWebDouble;
let worker: WorkerProcess;
let workerOptions: Parameters<typeof startWorkerProcess>[0];
let connectionId: string;

/* eslint-disable @typescript-eslint/no-explicit-any -- answers of the API, looked at as the test expects them */
const connection = async (): Promise<any> =>
  (await admin.call('GET', '/connections')).body.find((row: any) => row.id === connectionId);
const reports = async (words: string): Promise<any[]> =>
  (await admin.call('GET', `/reports?q=${encodeURIComponent(words)}`)).body.items;
const reportWith = (words: string): Promise<any> =>
  eventually(`a report with "${words}"`, async () => (await reports(words))[0], A_BROWSER_STARTS);
const detail = async (id: string): Promise<any> => (await admin.call('GET', `/reports/${id}`)).body;
const messageIn = (reportId: string, what: string, isIt: (message: any) => boolean): Promise<any> =>
  eventually(what, async () => (await detail(reportId)).messages.find(isIt));
/* eslint-enable @typescript-eslint/no-explicit-any */
const sessionIs = (status: string) =>
  eventually(
    `a session that is ${status}`,
    async () => {
      const found = await connection();
      return found.session?.status === status && found;
    },
    A_BROWSER_STARTS,
  );
const healthIs = (state: string) =>
  eventually(
    `health ${state}`,
    async () => {
      const { health } = await connection();
      return health.state === state && health;
    },
    A_BROWSER_STARTS,
  );
async function answer(reportId: string, text: string): Promise<void> {
  const { version } = await detail(reportId);
  const body = { text, idempotencyKey: crypto.randomUUID(), version };
  expect(await admin.call('POST', `/reports/${reportId}/replies`, body)).toMatchObject({ status: 202 });
}
const replyIs = (reportId: string, state: string) =>
  eventually(
    `an answer that is ${state}`,
    async () => (await detail(reportId)).replies.find((reply: { state: string }) => reply.state === state),
    A_BROWSER_STARTS,
  );

(hasBrowser ? describe : describe.skip)('WhatsApp Web', () => {
  beforeAll(async () => {
    database = await createTestDatabase();
    await migrateQueues({ databaseUrl: database.url });
    phone = await WhatsappWebDouble.start();
    const secretKey = randomBytes(32);
    const connectors = CONNECTORS.map((shipped) =>
      shipped.descriptor.code === 'whatsapp-web' ? createWhatsappWebConnector(phone.page) : shipped,
    ) as typeof CONNECTORS;
    api = await startTestApi(database.url, { secretKey, connectors });
    admin = await signInFirstAdmin(api);
    const dataFolder = await mkdtemp(path.join(tmpdir(), 'wadah-wa-data-'));
    workerOptions = { databaseUrl: database.url, secretKey, dataFolder, page: phone.page };
    worker = await startWorkerProcess(workerOptions);
  }, A_BROWSER_STARTS);
  afterAll(async () => {
    await worker?.stop();
    await api?.close();
    await phone?.stop();
    await rm(workerOptions.dataFolder, { recursive: true, force: true });
    await database?.drop();
  });

  it('does not run until the risk is accepted', async () => {
    const { body } = await admin.call('POST', '/connections', {
      channel: 'whatsapp-web',
      name: 'WA',
      settings: { secondsBetweenAnswers: 2 },
    });
    connectionId = (body as { id: string }).id;
    expect(await healthIs('needs-reauthorisation')).toMatchObject({
      reason: expect.stringMatching(/risk has not been accepted/),
    });
    expect((await connection()).session).toBeNull();
    const channels = (await admin.call('GET', '/channels')).body as {
      code: string;
      riskNote: { en: string };
    }[];
    expect(channels.find(({ code }) => code === 'whatsapp-web')?.riskNote.en).toMatch(/blocked for good/);
  });

  it(
    'shows a code to link the account, and is open once the phone has scanned it',
    async () => {
      await admin.call('PATCH', `/connections/${connectionId}`, {
        settings: { acceptsRisk: true, secondsBetweenAnswers: 2 },
      });
      const { session } = await sessionIs('pairing');
      expect(session.qr).toMatch(/^2@.*,.*,.*,.*,1$/);
      expect((await healthIs('needs-reauthorisation')).reason).toMatch(/not linked yet/);
      await phone.scan();
      expect((await sessionIs('open')).session).toMatchObject({ account: '+62811000111', qr: null });
      await healthIs('healthy');
    },
    2 * A_BROWSER_STARTS,
  );

  it(
    'takes a message, answers it, and shows that the answer was delivered and read',
    async () => {
      const earlier = new Date(Date.now() - 600_000);
      phone.receive({ from: RATNA, name: 'Ratna', body: 'Pipa bocor di Jalan Yos Sudarso', at: earlier });
      const { id } = await reportWith('Yos Sudarso');
      expect((await detail(id)).contact).toMatchObject({ displayName: 'Ratna' });
      await answer(id, 'Petugas PDAM menuju lokasi.');
      const sent = await eventually('the answer on the phone', async () => phone.sent[0]);
      expect(sent).toMatchObject({ body: 'Petugas PDAM menuju lokasi.', id: { remote: RATNA } });
      await replyIs(id, 'sent');
      phone.acknowledge(sent.id._serialized, 2);
      await replyIs(id, 'delivered');
      phone.acknowledge(sent.id._serialized, 3);
      await replyIs(id, 'read');
      // Its echo is no message of its own.
      expect((await detail(id)).messages).toHaveLength(1);
    },
    2 * A_BROWSER_STARTS,
  );

  it(
    'keeps the history of edits, honours what was taken back, and knows what a colleague wrote on the phone',
    async () => {
      const message = phone.receive({ from: RATNA, body: 'Sampah di Jalan Diponegoro' });
      const { id } = await reportWith('Diponegoro');
      phone.edit(message, 'Sampah menumpuk di Jalan Diponegoro, dekat sekolah');
      await messageIn(id, 'the edited text', ({ text }) => text.includes('dekat sekolah'));
      phone.receive({ from: RATNA, fromMe: true, body: 'Baik Bu, kami angkut besok.' });
      await messageIn(
        id,
        'the colleague',
        ({ text, direction }) => direction === 'outbound' && /besok/.test(text),
      );
      phone.react(message, RATNA, '👍');
      phone.revoke(message);
      await messageIn(id, 'the deletion', ({ deletedAt }) => deletedAt !== null);
    },
    A_BROWSER_STARTS,
  );

  it(
    'keeps a place apart from its thumbnail, and people in a group apart',
    async () => {
      phone.receive({
        from: RATNA,
        body: '/9j/4AAQSkZJRg',
        data: { type: 'location', lat: 0.49, lng: 117.54, loc: 'Folder Sangatta' },
      });
      phone.receive({ from: GROUP, author: '628120000002@c.us', name: 'Udin', body: 'Banjir di Gang Mawar' });
      const { id } = await reportWith('Gang Mawar');
      expect((await detail(id)).contact).toMatchObject({ displayName: 'Udin' });
      await eventually('the place', async () => {
        const { body } = await admin.call('GET', '/reports');
        return !JSON.stringify(body).includes('/9j/');
      });
    },
    A_BROWSER_STARTS,
  );

  it(
    'is killed while messages come: each is there once afterwards, and the account stays linked',
    async () => {
      await worker.kill();
      await eventually('the browser to end with its worker', async () => phone.openPages === 0);
      // More than WhatsApp Web shows of a chat at first.
      for (let number = 1; number <= 25; number++) {
        phone.receive({ from: '628120000003@c.us', body: `Antre gas hari ${number} di Teluk Singkama` });
      }
      worker = await startWorkerProcess(workerOptions);
      await sessionIs('open');
      const { id } = await reportWith('Singkama');
      const all = await eventually('all of them', async () => {
        const { messages } = await detail(id);
        return messages.length >= 25 && messages;
      });
      phone.readyAgain();
      phone.receive({ from: '628120000003@c.us', body: 'Antre gas hari 26 di Teluk Singkama' });
      await messageIn(id, 'the next', ({ text }) => text.includes('hari 26'));
      expect(new Set(all.map(({ text }: { text: string }) => text)).size).toBe(25);
      expect((await detail(id)).messages).toHaveLength(26);
    },
    3 * A_BROWSER_STARTS,
  );

  it(
    'shows that the page has broken, and mends it by itself',
    async () => {
      phone.becomes('CONFLICT');
      expect(await healthIs('unreachable')).toMatchObject({
        reason: 'WhatsApp Web was opened with this account elsewhere',
      });
      await sessionIs('open');
      await healthIs('healthy');
    },
    2 * A_BROWSER_STARTS,
  );

  it(
    'asks to be linked again when the phone has unlinked it',
    async () => {
      phone.becomes('UNPAIRED');
      await sessionIs('pairing');
      await phone.scan();
      await sessionIs('open');
    },
    2 * A_BROWSER_STARTS,
  );
});
