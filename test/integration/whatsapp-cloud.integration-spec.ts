import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { graphError } from '../support/graph-double.js';
import { photo } from '../support/pictures.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';
import { WhatsAppDouble } from '../support/whatsapp-double.js';
import { whatsAppDelivery, whatsAppText, type WhatsAppCitizen } from '../support/whatsapp-deliveries.js';

const SARI: WhatsAppCitizen = { name: 'Sari', number: '6281200000001', userId: 'ID.1000000000000000001' };

let system: TestSystem;
let whatsapp: WhatsAppDouble;

beforeAll(async () => {
  system = await startTestSystem();
});
beforeEach(async () => {
  whatsapp = await new WhatsAppDouble().start();
});
afterEach(() => whatsapp.stop());
afterAll(() => system.close());

/* eslint-disable @typescript-eslint/no-explicit-any -- answers of the API, looked at as the test expects them */
async function connect(): Promise<any> {
  const { settings } = whatsapp;
  const answer = await system.admin.call('POST', '/connections', {
    channel: 'whatsapp-cloud',
    name: 'WhatsApp',
    settings,
  });
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
const answerReport = async (id: string, text: string, more: object = {}) =>
  system.admin.call('POST', `/reports/${id}/replies`, {
    text,
    idempotencyKey: randomUUID(),
    version: (await detail(id)).version,
    ...more,
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
const says = (words: string, more: Readonly<Record<string, unknown>> = {}, citizen = SARI) =>
  whatsAppDelivery([whatsAppText(citizen, words, more)]);
const deliver = async (delivery: object) => {
  expect(await whatsapp.deliver(whatsapp.webhookUrl ?? '', delivery)).toBe(200);
};
const answerSent = (count: number) =>
  eventually(`${count} messages sent`, async () => whatsapp.sent[count - 1]);
const tally = async () =>
  (await system.admin.call('GET', '/reconciliation')).body as { pending: number; isBalanced: boolean };
const longAgo = () => String(Math.floor(Date.now() / 1000) - 25 * 3600);

describe('WhatsApp Cloud API', () => {
  it('registers its webhook, is healthy and shows its number', async () => {
    const { id, webhookUrl } = await connect();
    expect(whatsapp.webhookUrl).toBe(webhookUrl);
    expect(whatsapp.subscriptions.get('whatsapp_business_account')?.callbackUrl).toBe(webhookUrl);
    expect(await healthOf(id, 'healthy')).toMatchObject({ account: '+62 811-0000-0000 · Lapor Contoh' });
  });

  it('takes a signed message in, sends the answer out, and shows delivered and read, in whichever order', async () => {
    await connect();
    await deliver(says('Lampu jalan padam 🚧 di gang Kenanga'));
    const report = await reportWith('gang Kenanga');
    expect(report).toMatchObject({ channel: 'whatsapp-cloud', contactName: 'Sari' });
    expect((await detail(report.id)).replyOptions).toMatchObject({ isAllowed: true, isPublic: false });

    expect((await answerReport(report.id, 'Petugas menuju lokasi.')).status).toBe(202);
    const sent = await answerSent(1);
    expect(sent.body).toMatchObject({
      recipient: SARI.userId,
      type: 'text',
      text: { body: 'Petugas menuju lokasi.' },
      context: { message_id: expect.stringMatching(/^wamid\./) },
    });
    await replyState(report.id, 'sent');
    expect(await whatsapp.report(sent, 'read')).toBe(200);
    await replyState(report.id, 'read');
    // Late: what was read stays read.
    expect(await whatsapp.report(sent, 'delivered')).toBe(200);
    expect(await whatsapp.report(sent, 'sent')).toBe(200);
    await eventually('nothing waits', async () => (await tally()).pending === 0);
    expect((await detail(report.id)).replies).toMatchObject([{ state: 'read' }]);
    expect(whatsapp.sent).toHaveLength(1);
  });

  it('tells the officer why an answer did not arrive', async () => {
    await connect();
    await deliver(says('Selokan mampet di gang Cempaka'));
    const report = await reportWith('gang Cempaka');
    await answerReport(report.id, 'Baik.');
    const sent = await answerSent(1);
    await replyState(report.id, 'sent');
    await whatsapp.report(sent, 'failed', { errors: [{ code: 131026, title: 'Message undeliverable' }] });
    expect(await replyState(report.id, 'failed')).toMatchObject({
      problem: expect.stringContaining('cannot receive it'),
    });
  });

  it('makes one message of a delivery that comes fifty times, and refuses a forged one', async () => {
    const { id, webhookUrl } = await connect();
    const delivery = says('Banjir setinggi lutut di gang Anggrek');
    const statuses = await Promise.all(
      Array.from({ length: 50 }, () => whatsapp.deliver(webhookUrl, delivery)),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    const report = await reportWith('gang Anggrek');
    expect(await reportsWith('gang Anggrek')).toHaveLength(1);
    expect((await detail(report.id)).messages).toHaveLength(1);
    expect((await connectionOf(id)).counts).toMatchObject({ received: 1, duplicates: 49 });
    expect(await whatsapp.deliver(webhookUrl, says('Palsu di gang Hitam'), 'f'.repeat(32))).toBe(403);
    expect((await connectionOf(id)).counts).toMatchObject({ received: 1 });
  });

  it('lets the neighbours of what it cannot read through', async () => {
    const { id } = await connect();
    const [good, odd] = [
      whatsAppText(SARI, 'Pohon tumbang di gang Dahlia'),
      whatsAppText(SARI, '', { type: 'hologram' }),
    ];
    const batch = whatsAppDelivery([odd, good]) as { entry: object[] };
    await deliver({ ...batch, entry: ['bukan entri', ...batch.entry] });
    await reportWith('gang Dahlia');
    const quarantine = await eventually('two in quarantine', async () => {
      const { items } = (await system.admin.call('GET', `/connections/${id}/quarantine`)).body as {
        items: unknown[];
      };
      return items.length === 2 ? items : undefined;
    });
    expect(quarantine).toHaveLength(2);
    expect(await tally()).toMatchObject({ isBalanced: true });
  });

  it('attaches what a colleague answers in the app, and never makes a report of it', async () => {
    await connect();
    await deliver(says('Jembatan lapuk di gang Flamboyan'));
    const report = await reportWith('gang Flamboyan');
    const echo = {
      id: `wamid.${randomUUID()}`,
      from: '6281100000000',
      to: SARI.number,
      to_user_id: SARI.userId,
      timestamp: String(Math.floor(Date.now() / 1000)),
      type: 'text',
      text: { body: 'Tim kami sudah di sana.' },
    };
    const unknown = {
      ...echo,
      id: `wamid.${randomUUID()}`,
      to: '6281200000077',
      to_user_id: 'ID.77',
      type: 'edit',
      edit: {
        original_message_id: 'wamid.never-seen',
        message: { type: 'text', text: { body: 'Ralat kami' } },
      },
    };
    await deliver(whatsAppDelivery([{ message_echoes: [echo, unknown] }], 'smb_message_echoes'));
    const messages = await eventually('the colleague’s answer', async () => {
      const { messages: all } = (await detail(report.id)) as {
        messages: { text: string; direction: string }[];
      };
      return all.length === 2 ? all : undefined;
    });
    expect(messages[1]).toMatchObject({ direction: 'outbound', text: 'Tim kami sudah di sana.' });
    await eventually('nothing waits', async () => (await tally()).pending === 0);
    expect([await reportsWith('Tim kami'), await reportsWith('Ralat kami')]).toEqual([[], []]);
  });

  it('keeps a picture that a citizen sends, with the text there before it', async () => {
    await connect();
    const body = await photo();
    const image = {
      id: whatsapp.keepFile(body, 'image/jpeg'),
      mime_type: 'image/jpeg',
      caption: 'Talud retak di gang Teratai',
    };
    whatsapp.failNext(/^GET file-/, graphError(500, 2));
    await deliver(says('', { type: 'image', text: undefined, image }));
    const report = await reportWith('gang Teratai');
    const attachment = await eventually('the picture', async () => {
      const [message] = ((await detail(report.id)) as { messages: { attachments: { state: string }[] }[] })
        .messages;
      return message?.attachments.find(({ state }) => state === 'stored');
    });
    expect(attachment).toMatchObject({ mimeType: 'image/jpeg', sizeBytes: body.length });
  });

  it('lets a person decide when the connection broke while sending, until WhatsApp tells', async () => {
    await connect();
    await deliver(says('Sampah menumpuk di gang Melati'));
    const report = await reportWith('gang Melati');
    whatsapp.failNext(/\/messages$/, 'cut-after-taking');
    await answerReport(report.id, 'Truk berangkat sore ini.');
    await replyState(report.id, 'unknown');
    const sent = await answerSent(1);
    await whatsapp.report(sent, 'delivered');
    await replyState(report.id, 'delivered');
    expect(whatsapp.sent).toHaveLength(1);
  });

  it('waits when WhatsApp wants fewer messages to one person, and sends then', async () => {
    await connect();
    await deliver(says('Air keruh di gang Nusa'));
    const report = await reportWith('gang Nusa');
    const error = { message: '(#131056) pair rate', code: 131056 };
    const usage = {
      'x-business-use-case-usage': JSON.stringify({ 1: [{ estimated_time_to_regain_access: 0 }] }),
    };
    whatsapp.failNext(/\/messages$/, { status: 400, headers: usage, body: { error } });
    await answerReport(report.id, 'Kami periksa.');
    await replyState(report.id, 'sent');
    expect(whatsapp.sent).toHaveLength(1);
  });

  it('allows only templates once the window has closed', async () => {
    whatsapp.templates = [
      {
        name: 'laporan_selesai',
        language: 'id',
        status: 'APPROVED',
        category: 'UTILITY',
        components: [{ type: 'BODY', text: 'Laporan {{1}} sudah selesai.' }],
      },
    ];
    await connect();
    await deliver(says('Aspal mengelupas di gang Kamboja', { timestamp: longAgo() }));
    const report = await reportWith('gang Kamboja');
    const { replyOptions } = (await detail(report.id)) as { replyOptions: object };
    expect(replyOptions).toMatchObject({ isAllowed: true, needsTemplate: true });
    expect((await answerReport(report.id, 'Sudah ditambal.')).body).toMatchObject({
      code: 'reply-not-allowed',
    });
    expect(whatsapp.sent).toEqual([]);

    const offered = await system.admin.call('GET', `/reports/${report.id}/reply-templates`);
    expect(offered.body).toEqual([
      {
        name: 'laporan_selesai',
        language: 'id',
        text: 'Laporan {{1}} sudah selesai.',
        parameterCount: 1,
        costRupiah: 357,
      },
    ]);
    const template = { name: 'laporan_selesai', language: 'id', parameters: ['aspal'] };
    expect((await answerReport(report.id, '', { template })).status).toBe(202);
    const sent = await answerSent(1);
    expect(sent.body).toMatchObject({
      type: 'template',
      template: {
        name: 'laporan_selesai',
        components: [{ type: 'body', parameters: [{ type: 'text', text: 'aspal' }] }],
      },
    });
    expect(await replyState(report.id, 'sent')).toMatchObject({ text: 'Laporan aspal sudah selesai.' });
  });

  it('shows a revoked token on the connections page', async () => {
    const { id } = await connect();
    await healthOf(id, 'healthy');
    await deliver(says('Antrean panjang di gang Mawar'));
    const report = await reportWith('gang Mawar');
    whatsapp.revokeToken();
    await answerReport(report.id, 'Kami cek.');
    const health = await healthOf(id, 'needs-reauthorisation');
    expect(health.reason).toMatch(/access token/);
    expect(health.reason).not.toContain(whatsapp.token);
    expect(await replyState(report.id, 'failed')).toMatchObject({
      problem: expect.stringContaining('access token'),
    });
  });
});
