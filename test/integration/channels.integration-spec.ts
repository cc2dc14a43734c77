import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';
import { startXDouble, type XDouble } from '../support/x-double.js';

const BUDI = { id: 77_001, firstName: 'Budi' };

let system: TestSystem;
let telegram: TelegramDouble;

beforeAll(async () => {
  system = await startTestSystem();
});
beforeEach(async () => {
  telegram = await startTelegramDouble();
});
afterEach(() => telegram.stop());
afterAll(() => system.close());

/* eslint-disable @typescript-eslint/no-explicit-any -- answers of the API, looked at as the test expects them */
async function connect(channel: string, settings: object): Promise<any> {
  const answer = await system.admin.call('POST', '/connections', { channel, name: channel, settings });
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
}
const connectionOf = async (id: string): Promise<any> =>
  (await system.admin.call('GET', '/connections')).body.find((row: any) => row.id === id);
const reportsWith = async (words: string): Promise<any[]> =>
  (await system.admin.call('GET', `/reports?q=${encodeURIComponent(words)}`)).body.items;
const reportWith = (words: string) =>
  eventually(`a report with "${words}"`, async () => (await reportsWith(words))[0]);
const detail = async (id: string): Promise<any> => (await system.admin.call('GET', `/reports/${id}`)).body;
const answerReport = async (id: string, text: string, key = crypto.randomUUID()) =>
  system.admin.call('POST', `/reports/${id}/replies`, {
    text,
    idempotencyKey: key,
    version: (await detail(id)).version,
  });
const replyState = (id: string, state: string) =>
  eventually(`a reply that is ${state}`, async () =>
    (await detail(id)).replies.find((reply: any) => reply.state === state),
  );
const healthOf = (id: string, state: string) =>
  eventually(`health ${state}`, async () => {
    const { health } = await connectionOf(id);
    return health.state === state && health;
  });
/* eslint-enable @typescript-eslint/no-explicit-any */

describe('Telegram', () => {
  it('is fetched, answered, and the answer reaches the chat once', async () => {
    const { id } = await connect('telegram', telegram.settings);
    await telegram.sendPrivateText(BUDI, 'Lampu jalan di Jalan Pendidikan mati sejak Senin');
    const report = await reportWith('Jalan Pendidikan');
    expect(report).toMatchObject({ channel: 'telegram', class: 'complaint', contactName: 'Budi' });
    const key = crypto.randomUUID();
    const answers = await Promise.all(
      [1, 2, 3].map(() => answerReport(report.id, 'Petugas menuju lokasi.', key)),
    );
    expect(answers.map((answer) => answer.status)).toEqual([202, 202, 202]);
    expect(await telegram.waitForReply()).toMatchObject({ chatId: '77001', text: 'Petugas menuju lokasi.' });
    await replyState(report.id, 'sent');
    expect(telegram.sentMessages()).toHaveLength(1);
    await eventually('the name of the bot', async () => (await connectionOf(id)).health.account);
  });

  it('delivers to the webhook; fifty equal deliveries at once are one message', async () => {
    const { id, webhookUrl } = await connect('telegram', { ...telegram.settings, mode: 'webhook' });
    await telegram.sendPrivateText(BUDI, 'Bau sampah menyengat di belakang pasar induk');
    await reportWith('pasar induk');
    const [call] = telegram.calls.filter(({ method }) => method === 'setWebhook');
    const secret = String(call?.parameters['secret_token']);
    const post = (body: string, token = secret) =>
      fetch(webhookUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': token },
        body,
      });
    const update = (updateId: number, text: string) => ({
      update_id: updateId,
      message: {
        message_id: updateId,
        date: Math.floor(Date.now() / 1000),
        chat: { id: updateId, type: 'private', first_name: 'Siti' },
        from: { id: updateId, is_bot: false, first_name: 'Siti' },
        text,
      },
    });
    const flood = JSON.stringify(update(500_001, 'Banjir setinggi lutut di gang Mawar'));
    const statuses = await Promise.all(Array.from({ length: 50 }, async () => (await post(flood)).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
    const flooded = await reportWith('gang Mawar');
    expect(await reportsWith('gang Mawar')).toHaveLength(1);
    expect((await detail(flooded.id)).messages).toHaveLength(1);
    expect((await connectionOf(id)).counts.duplicates).toBeGreaterThanOrEqual(49);

    expect((await post(flood, 'forged-forged-forged')).status).toBe(403);
    const batch = [update(500_002, 'Selokan mampet'), { update_id: 'x' }, update(500_003, 'Jembatan lapuk')];
    expect((await post(JSON.stringify(batch))).status).toBe(200);
    expect((await post('{"update_id": 5, ')).status).toBe(200);
    await reportWith('Selokan mampet');
    await reportWith('Jembatan lapuk');
    const quarantine = await eventually('two in quarantine', async () => {
      const { items } = (await system.admin.call('GET', `/connections/${id}/quarantine`)).body;
      return items.length === 2 && items;
    });
    for (const event of quarantine) expect(event.reason).not.toBe('');
    expect((await system.admin.call('GET', '/reconciliation')).body).toMatchObject({ isBalanced: true });
  });

  it('answers 503 while the disk is full, and loses nothing when the platform sends again', async () => {
    const { id } = await connect('telegram', { ...telegram.settings, mode: 'webhook' });
    await system.database.query(`create function disk_full() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`);
    await system.database.query(
      'create trigger disk_full before insert on raw_events for each statement execute function disk_full()',
    );
    await telegram.sendPrivateText(BUDI, 'Kabel listrik menjuntai di gang Melati');
    await eventually('three attempts', async () => telegram.webhook.attempts >= 3);
    expect(telegram.webhook.info()['last_error_message']).toContain('503');
    await system.database.query('drop trigger disk_full on raw_events');
    await reportWith('gang Melati');
    expect(telegram.pendingUpdates).toBe(0);
    expect((await connectionOf(id)).counts).toMatchObject({ received: 1, quarantined: 0 });
  });

  it('shows a rejected token, stops asking, and goes on when an admin mends it', async () => {
    const wrong = { ...telegram.settings, botToken: '7000001:AArevoked' };
    const { id } = await connect('telegram', wrong);
    await healthOf(id, 'needs-reauthorisation');
    await telegram.sendPrivateText(BUDI, 'Antrean puskesmas sangat panjang');
    await system.admin.call('PATCH', `/connections/${id}`, { settings: { botToken: telegram.token } });
    await healthOf(id, 'healthy');
    await reportWith('Antrean puskesmas');
  });

  it('says that the key has changed, and works again once the secrets are entered', async () => {
    const { id } = await connect('telegram', telegram.settings);
    await system.database.query(`update connections set secrets = '\\x00' where id = '${id}'`);
    await system.admin.call('PATCH', `/connections/${id}`, { name: 'Bot' });
    const lost = await eventually('lost secrets', async () => !(await connectionOf(id)).secretsSet.botToken);
    expect(lost).toBe(true);
    const { status } = await system.admin.call('PATCH', `/connections/${id}`, {
      settings: telegram.settings,
    });
    expect(status).toBe(200);
    await healthOf(id, 'healthy');
  });

  it('keeps what is written while the connection is paused for the time when it is resumed', async () => {
    const { id } = await connect('telegram', telegram.settings);
    await healthOf(id, 'healthy');
    await system.admin.call('PATCH', `/connections/${id}`, { status: 'paused' });
    await telegram.sendPrivateText(BUDI, 'Trotoar dipakai parkir di depan kantor pos');
    await system.admin.call('PATCH', `/connections/${id}`, { status: 'active' });
    const report = await reportWith('kantor pos');
    await system.admin.call('PATCH', `/connections/${id}`, { status: 'paused' });
    expect((await answerReport(report.id, 'Baik, kami cek.')).body).toMatchObject({
      code: 'reply-not-allowed',
    });
    expect((await detail(report.id)).replyOptions.reason.id).toContain('Koneksi ini dijeda');
  });
});

describe('X', () => {
  let x: XDouble;
  beforeEach(async () => {
    x = await startXDouble({ handle: 'PemkabContoh' });
  });
  afterEach(() => x.stop());

  it('is fetched and answered below the mention', async () => {
    await connect('x', { ...x.settings, pollSeconds: 15 });
    const { id: tweetId } = x.sendMention({
      text: '@PemkabContoh kapan jalan poros desa Sangkima diperbaiki?',
      handle: 'warga_sangkima',
    });
    const report = await eventually('the mention', async () => (await reportsWith('Sangkima'))[0]);
    expect(report).toMatchObject({ channel: 'x' });
    await answerReport(report.id, 'Perbaikan dijadwalkan bulan depan.');
    const reply = await x.waitForTweet();
    expect(reply.inReplyTo).toBe(tweetId);
    expect(reply.text).toContain('Perbaikan dijadwalkan bulan depan.');
    await replyState(report.id, 'sent');
  });
});

describe('the worker', () => {
  it('tells supervisors that it can work, and Prometheus how long events wait', async () => {
    const ask = async (path: string) => {
      const answer = await fetch(`${system.workerHealth}${path}`);
      return { status: answer.status, text: await answer.text() };
    };
    expect(await ask('/health/ready')).toEqual({ status: 200, text: '{"status":"ok"}' });
    expect((await ask('/metrics')).text).toMatch(/^wadah_ledger_waiting_seconds \d/m);
    expect((await ask('/else')).status).toBe(404);
  });
});
