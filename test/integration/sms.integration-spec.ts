import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startCuttableProxy, type CuttableProxy } from '../support/cuttable-proxy.js';
import { eventually } from '../support/eventually.js';
import { hasKannel, Kannel } from '../support/kannel.js';
import { Smsc } from '../support/smpp-smsc.js';
import { startTestApi, type TestApi } from '../support/test-api.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

const isHere = hasKannel();
if (!isHere) console.warn('*** No Kannel found: THE TESTS OF SMS WITH KANNEL ARE SKIPPED. ***');
const withKannel = isHere ? describe : describe.skip;

const SECRET = 'integration-webhook-secret';
let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem(undefined, undefined, {}, { sweepPace: { healthMs: 2_000 } });
});
afterAll(() => system.close());

/* eslint-disable @typescript-eslint/no-explicit-any -- answers of the API, looked at as the test expects them */
async function connect(settings: object): Promise<any> {
  const answer = await system.admin.call('POST', '/connections', { channel: 'sms', name: '1708', settings });
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
}
const change = (id: string, body: object) => system.admin.call('PATCH', `/connections/${id}`, body);
const connectionOf = async (id: string): Promise<any> =>
  (await system.admin.call('GET', '/connections')).body.find((row: any) => row.id === id);
const reportsWith = async (words: string): Promise<any[]> =>
  (await system.admin.call('GET', `/reports?q=${encodeURIComponent(words)}`)).body.items;
const reportWith = (words: string) =>
  eventually(`a report with "${words}"`, async () => (await reportsWith(words))[0]);
const detail = async (id: string): Promise<any> => (await system.admin.call('GET', `/reports/${id}`)).body;
const textsOf = async (id: string) => (await detail(id)).messages.map((message: any) => message.text);
const answerReport = async (id: string, text: string) => {
  const { version } = await detail(id);
  const body = { text, idempotencyKey: crypto.randomUUID(), version };
  expect(await system.admin.call('POST', `/reports/${id}/replies`, body)).toMatchObject({ status: 202 });
};
const replyState = (id: string, state: string) =>
  eventually(`a reply that is ${state}`, async () =>
    (await detail(id)).replies.find((reply: any) => reply.state === state),
  );
const sessionIs = (id: string, status: string) =>
  eventually(`a session that is ${status}`, async () => {
    const found = await connectionOf(id);
    return found.session?.status === status && found;
  });
/* eslint-enable @typescript-eslint/no-explicit-any */

withKannel('through Kannel', () => {
  let kannel: Kannel;
  let connection: { id: string; webhookUrl: string };
  beforeEach(async () => {
    kannel = await Kannel.prepare();
    connection = await connect({ ...kannel.settings, webhookSecret: SECRET, keywords: 'KUTIM' });
    await change(connection.id, { settings: { callbackUrl: connection.webhookUrl } });
  });
  afterEach(async () => {
    await change(connection.id, { status: 'paused' });
    await kannel.stop();
  });

  it('an SMS becomes a report, the answer reaches the phone, and its receipt comes back', async () => {
    await kannel.start(`${connection.webhookUrl}?secret=${SECRET}`);
    await kannel.write('628990000111', 'KUTIM Lampu jalan di Gang Kenari mati');
    const report = await reportWith('Gang Kenari');
    expect(await textsOf(report.id)).toEqual(['Lampu jalan di Gang Kenari mati']);
    await answerReport(report.id, 'Petugas menuju lokasi.');
    await eventually('the answer', async () => kannel.received.includes('Petugas menuju lokasi.'));
    await replyState(report.id, 'delivered');
    // Kannel was not there yet when the connection was saved.
    await eventually(
      'a healthy Kannel',
      async () => {
        const { health } = await connectionOf(connection.id);
        return health.state === 'healthy' && health.account === '1708';
      },
      60_000,
    );
  });

  it('what Kannel delivers while the database is away is stored when it is back, and only once', async () => {
    const database = new URL(system.database.url);
    const proxy: CuttableProxy = await startCuttableProxy({
      host: database.hostname,
      port: Number(database.port),
    });
    const proxied = new URL(database);
    proxied.hostname = '127.0.0.1';
    proxied.port = String(proxy.port);
    const { secretKey } = system;
    const api: TestApi = await startTestApi(proxied.href, { secretKey });
    try {
      await kannel.start(`${api.url}${new URL(connection.webhookUrl).pathname}?secret=${SECRET}`);
      await proxy.cut();
      const texts = [1, 2, 3, 4, 5].map((number) => `Pohon tumbang nomor ${number} di Jalan Meranti`);
      for (const text of texts) await kannel.write('628990000112', text);
      const ready = async () =>
        (await (await fetch(`${api.url}/health/ready`)).json()) as { spooled?: number };
      await eventually('five in the spool', async () => (await ready()).spooled === 5);
      expect(await ready()).toMatchObject({ status: 'database-unavailable' });
      expect(await reportsWith('Jalan Meranti')).toHaveLength(0);

      await proxy.mend();
      const report = await reportWith('Jalan Meranti');
      await eventually('all five', async () => (await textsOf(report.id)).length === 5);
      expect((await textsOf(report.id)).sort()).toEqual(texts);
      await eventually('an empty spool', async () => (await ready()).spooled === undefined);
      expect((await connectionOf(connection.id)).counts).toMatchObject({ received: 5, quarantined: 0 });
    } finally {
      await api.close();
      await proxy.cut().catch(() => undefined);
    }
  });

  it('an SMS that came with a wrong secret comes again once the admin has mended it', async () => {
    await kannel.start(`${connection.webhookUrl}?secret=the-secret-of-kannel`);
    await kannel.write('628990000113', 'Selokan mampet di Jalan Ulin');
    await eventually('a try', async () => kannel.retries > 0);
    expect(await reportsWith('Jalan Ulin')).toHaveLength(0);
    await change(connection.id, { settings: { webhookSecret: 'the-secret-of-kannel' } });
    await reportWith('Jalan Ulin');
  });

  it('what comes while the connection is paused is taken in', async () => {
    await kannel.start(`${connection.webhookUrl}?secret=${SECRET}`);
    await change(connection.id, { status: 'paused' });
    await kannel.write('628990000114', 'Jembatan lapuk di Desa Sepaso');
    await reportWith('Desa Sepaso');
  });

  it('is unhealthy when Kannel has lost the operator, and when Kannel is gone', async () => {
    await kannel.start(`${connection.webhookUrl}?secret=${SECRET}`);
    const healthIs = (state: string) =>
      eventually(
        state,
        async () => {
          const { health } = await connectionOf(connection.id);
          return health.state === state && health;
        },
        60_000,
      );
    // No fakesmsc is connected.
    expect((await healthIs('degraded')).reason).toContain('FAKE');
    await kannel.stop();
    await healthIs('unreachable');
  });
});

describe('straight to the operator by SMPP', () => {
  let smsc: Smsc;
  let id: string;
  beforeEach(async () => {
    smsc = new Smsc(1);
    await smsc.start();
    ({ id } = await connect({ ...smsc.settings, smppEnquireSeconds: 1, smppJoinSeconds: 30 }));
    await sessionIs(id, 'open');
  });
  afterEach(async () => {
    await change(id, { status: 'paused' });
    await smsc.stop();
  });

  it('parts in UCS-2 become one report, the answer leaves, and its receipts come back', async () => {
    const text = `Banjir 🌊 setinggi lutut di Gang Cempaka ${'dan terus naik '.repeat(6)}✅`;
    const bytes = Buffer.from(text, 'utf16le').swap16();
    const pieces = [bytes.subarray(0, 16), bytes.subarray(16, 150), bytes.subarray(150)];
    pieces.forEach((piece, index) => {
      const header = Buffer.from([5, 0, 3, 77, pieces.length, index + 1]);
      smsc.deliver({
        from: '628990000121',
        dataCoding: 8,
        esmClass: 0x40,
        body: Buffer.concat([header, piece]),
      });
    });
    const report = await reportWith('Gang Cempaka');
    expect(await textsOf(report.id)).toEqual([text]);
    expect(smsc.keptCount).toBe(0);

    const answer = `Terima kasih 🙏 ${'regu kami berangkat sekarang '.repeat(4)}🚒`;
    await answerReport(report.id, answer);
    await smsc.until(() => smsc.submitted.length === 2);
    expect(smsc.submitted.map((sms) => sms.text).join('')).toBe(answer);
    await replyState(report.id, 'sent');
    smsc.deliverReceipt('MID1', 'DELIVRD');
    smsc.deliverReceipt('MID2', 'DELIVRD');
    await replyState(report.id, 'delivered');
  });

  it('shows that the link is cut, and is open again by itself with what was written meanwhile', async () => {
    const { port } = smsc;
    await smsc.stop();
    await sessionIs(id, 'closed');
    await eventually('unreachable', async () => (await connectionOf(id)).health.state === 'unreachable');
    smsc.deliver({ from: '628990000122', body: Buffer.from('Kabel menjuntai di Gang Dahlia') });
    await smsc.start(port);
    await sessionIs(id, 'open');
    await reportWith('Gang Dahlia');
    await eventually('healthy', async () => (await connectionOf(id)).health.state === 'healthy');
  });

  it('says that an answer to a name cannot be sent', async () => {
    smsc.deliver({ from: 'PLN', body: Buffer.from('Pemadaman di Gang Flamboyan') });
    const report = await reportWith('Gang Flamboyan');
    expect((await detail(report.id)).replyOptions).toMatchObject({
      isAllowed: false,
      reason: { id: expect.stringContaining('nama atau nomor pendek') },
    });
  });
});
