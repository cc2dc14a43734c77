import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { OutboundReply, ParsedEvent, SessionContext, SessionState } from '@app/connector-kit';
import { testContext } from '@app/connector-kit/testing';
import { eventually } from '../../../../test/support/eventually.js';
import { Smsc } from '../../../../test/support/smpp-smsc.js';
import { smsConnector } from './sms.connector.js';
import { encodePart } from './sms.parts.js';
import { smsReplies } from './sms.replies.js';
import { smsSession } from './sms.session.js';
import { smsSettingsSchema, type SmsSettings } from './sms.settings.js';
import { SmppSession } from './sms.smpp-session.js';
import { concatenationHeader } from './sms.user-data-header.js';

const FROM = '628990000101';
const UDHI = 0x40;
const gsm = (text: string) => encodePart(text, 'gsm7');

/** What the host does, with the ledger and the cursor in memory. */
class Host {
  readonly events: ParsedEvent[] = [];
  readonly states: SessionState[] = [];
  cursor: string | null = null;
  session: unknown = null;
  /** Emitting waits for this, and fails as it does. */
  gate: Promise<void> = Promise.resolve();
  private stop = new AbortController();
  private run: Promise<void>;

  constructor(private readonly folder: string) {}

  open(settings: object): void {
    this.stop = new AbortController();
    const parsed = smsSettingsSchema.parse(settings);
    const context: SessionContext<SmsSettings> = {
      ...testContext(parsed, { now: () => new Date(), signal: this.stop.signal }),
      cursor: this.cursor,
      folder: this.folder,
      emit: async (events, cursor) => {
        await this.gate;
        this.events.push(...events);
        if (cursor !== undefined) this.cursor = cursor;
      },
      report: (state) => this.states.push(state),
      offer: (session) => (this.session = session),
    };
    this.run = smsSession.run(context);
    this.run.catch(() => undefined);
  }

  ended(): Promise<void> {
    return this.run;
  }

  async close(): Promise<void> {
    this.stop.abort();
    await this.run.catch(() => undefined);
  }

  /** Texts of the messages, and what receipts mean, in order. */
  read() {
    return this.events.map((event) => {
      if (event.status === 'unreadable') return event.reason;
      const payload: unknown = JSON.parse(JSON.stringify(event.payload));
      const read = smsConnector.normalise({ ...event, payload, receivedAt: new Date() });
      return read.kind === 'message' ? read.message.text : read;
    });
  }
}

describe('the session with an SMSC', () => {
  let smsc: Smsc;
  let host: Host;
  let folder: string;
  beforeEach(async () => {
    smsc = new Smsc();
    await smsc.start();
    folder = await mkdtemp(path.join(tmpdir(), 'wadah-sms-'));
    host = new Host(folder);
  });
  afterEach(async () => {
    await host.close();
    await smsc.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const allAcknowledged = () => smsc.until(() => smsc.keptCount === 0);
  const part = (reference: number, total: number, number: number, body: Buffer, dataCoding = 0) =>
    smsc.deliver({
      from: FROM,
      dataCoding,
      esmClass: UDHI,
      body: Buffer.concat([concatenationHeader({ reference, total, number }), body]),
    });

  it('stores what comes, and only then acknowledges it', async () => {
    let letGo = (): void => undefined;
    host.gate = new Promise((resolve) => (letGo = resolve));
    host.open(smsc.settings);
    smsc.deliver({ from: FROM, body: gsm('Lampu jalan [RT 05] mati') });
    await smsc.until(() => smsc.deliveryCount === 1);
    expect(smsc.acknowledged).toHaveLength(0);
    letGo();
    await allAcknowledged();
    expect(host.read()).toEqual(['Lampu jalan [RT 05] mati']);
    expect(host.states.at(-1)).toMatchObject({ status: 'open', account: '1708 (pemda@127.0.0.1)' });
  });

  it('acknowledges nothing that could not be stored, and takes it in once when it comes again', async () => {
    host.gate = Promise.reject(new Error('the database is away'));
    host.gate.catch(() => undefined);
    host.open(smsc.settings);
    smsc.deliver({ from: FROM, body: gsm('Banjir') });
    await expect(host.ended()).rejects.toThrow('the database is away');
    expect([smsc.keptCount, smsc.acknowledged.length]).toEqual([1, 0]);
    host.gate = Promise.resolve();
    host.open(smsc.settings);
    await allAcknowledged();
    expect(host.read()).toEqual(['Banjir']);
  });

  it('knows what was stored but not acknowledged when it comes again, and the same words sent twice', async () => {
    let letGo = (): void => undefined;
    host.gate = new Promise((resolve) => (letGo = resolve));
    host.open(smsc.settings);
    smsc.deliver({ from: FROM, body: gsm('ya') });
    await smsc.until(() => smsc.deliveryCount === 1);
    smsc.cut();
    letGo();
    await expect(host.ended()).rejects.toMatchObject({ code: 'transient' });
    expect([host.read(), smsc.keptCount]).toEqual([['ya'], 1]);

    host.open(smsc.settings);
    await allAcknowledged();
    expect(host.read()).toEqual(['ya']);
    smsc.deliver({ from: FROM, body: gsm('ya') });
    await allAcknowledged();
    expect(host.read()).toEqual(['ya', 'ya']);
  });

  it('puts parts together, in any order, by 8-bit and 16-bit references and sar TLVs', async () => {
    host.open(smsc.settings);
    const text = Buffer.from('Banjir 🌊 di RT 05 ✅', 'utf16le').swap16();
    // Between the two halves of the emoji.
    part(7, 2, 2, text.subarray(16), 0x08);
    part(7, 2, 1, text.subarray(0, 16), 0x08);
    const wide = (number: number) => Buffer.from([6, 0x08, 4, 0x12, 0x34, 2, number]);
    smsc.deliver({ from: FROM, esmClass: UDHI, body: Buffer.concat([wide(1), gsm('satu ')]) });
    smsc.deliver({ from: FROM, esmClass: UDHI, body: Buffer.concat([wide(2), gsm('dua')]) });
    const segment = (number: number) => ({
      sar_msg_ref_num: 9,
      sar_total_segments: 2,
      sar_segment_seqnum: number,
    });
    smsc.deliver({ from: FROM, body: gsm('tiga '), more: segment(1) });
    smsc.deliver({ from: FROM, body: gsm('empat'), more: segment(2) });
    await allAcknowledged();
    expect(host.read()).toEqual(['Banjir 🌊 di RT 05 ✅', 'satu dua', 'tiga empat']);
  });

  it('puts parts together for an SMSC that sends one at a time, also when the link breaks in between', async () => {
    await smsc.stop();
    smsc = new Smsc(1);
    await smsc.start();
    host.open(smsc.settings);
    part(3, 2, 1, gsm('Jembatan '));
    await allAcknowledged();
    expect(host.read()).toEqual([]);
    smsc.cut();
    await expect(host.ended()).rejects.toMatchObject({ code: 'transient' });
    host.open(smsc.settings);
    part(3, 2, 2, gsm('gantung putus'));
    await allAcknowledged();
    expect(host.read()).toEqual(['Jembatan gantung putus']);
  });

  it('keeps messages apart that use the same reference', async () => {
    host.open(smsc.settings);
    part(1, 2, 1, gsm('pertama '));
    part(1, 2, 1, gsm('kedua '));
    part(1, 2, 2, gsm('lengkap'));
    await allAcknowledged();
    expect(host.read()).toEqual(['pertama  […bagian 2 dari 2 tidak sampai…] ', 'kedua lengkap']);
  });

  it('shows what is there, with a mark, when a part does not come', async () => {
    host.open({ ...smsc.settings, smppJoinSeconds: 1 });
    part(5, 2, 2, gsm('di pasar'));
    await allAcknowledged();
    await eventually('the message', async () => host.events.length > 0);
    expect(host.read()).toEqual([' […bagian 1 dari 2 tidak sampai…] di pasar']);
  });

  it('shows unfinished messages when it is told to end', async () => {
    host.open(smsc.settings);
    part(5, 2, 1, gsm('Lampu'));
    await allAcknowledged();
    await host.close();
    expect(host.read()).toEqual(['Lampu […bagian 2 dari 2 tidak sampai…] ']);
    expect(JSON.parse(host.cursor ?? '{}')).toMatchObject({ waiting: [] });
  });

  it('lets go of the fingerprints that the SMSC has heard of', async () => {
    host.open({ ...smsc.settings, smppEnquireSeconds: 1 });
    const unheard = () => (JSON.parse(host.cursor ?? '{}') as { unheard: unknown[] }).unheard.length;
    for (let number = 0; number < 5; number += 1)
      smsc.deliver({ from: FROM, body: gsm(`laporan ${number}`) });
    await allAcknowledged();
    expect(unheard()).toBe(5);
    let shortest = Infinity;
    while (shortest > 1) {
      smsc.deliver({ from: FROM, body: gsm('halo') });
      await allAcknowledged();
      shortest = Math.min(shortest, unheard());
    }
  });

  const answer = (text: string): OutboundReply => ({
    conversation: { externalId: `+${FROM}`, kind: 'private' },
    inReplyTo: { externalId: '1', sentAt: new Date() },
    recipient: { externalId: `+${FROM}` },
    text,
    idempotencyKey: 'answer-1',
  });
  const send = async (text: string, changes: object = {}) => {
    await eventually('a session', async () => host.session instanceof SmppSession);
    const settings = smsSettingsSchema.parse({ ...smsc.settings, pricePerPart: 350 });
    const context = testContext(settings, { session: host.session, now: () => new Date(), ...changes });
    return { sent: await smsReplies.send(answer(text), context), context };
  };

  it('sends an answer and reports that it has arrived', async () => {
    host.open(smsc.settings);
    const { sent, context } = await send('Petugas menuju lokasi.');
    expect(sent).toEqual({ externalId: 'smpp:MID1', status: 'sent' });
    expect(smsc.submitted).toMatchObject([
      { to: FROM, text: 'Petugas menuju lokasi.', dataCoding: 0, wantsReceipt: true, header: null },
    ]);
    expect(await context.usage.spentRupiah(new Date(0))).toBe(350);
    smsc.deliverReceipt('MID1', 'DELIVRD');
    await allAcknowledged();
    expect(host.read()).toMatchObject([
      { kind: 'delivery-update', replyExternalId: 'smpp:MID1', status: 'delivered' },
    ]);
  });

  it('sends a long answer in parts, which has arrived when all have', async () => {
    host.open(smsc.settings);
    const text = `Terima kasih 🙏 ${'laporan Bapak kami teruskan '.repeat(3)}`;
    const { sent } = await send(text);
    expect(smsc.submitted.map((sms) => sms.text).join('')).toBe(text);
    expect(new Set(smsc.submitted.map(({ dataCoding }) => dataCoding))).toEqual(new Set([8]));
    expect(smsc.submitted.map(({ header }) => header?.slice(-4))).toEqual(['0201', '0202']);
    smsc.deliverReceipt('MID2', 'DELIVRD');
    await allAcknowledged();
    expect(host.read()).toMatchObject([{ kind: 'ignored' }]);

    // Kept over a restart.
    await host.close();
    host.open(smsc.settings);
    smsc.deliverReceipt('0', 'DELIVRD', { receipted_message_id: 'MID1', message_state: 2 });
    await allAcknowledged();
    expect(host.read().at(-1)).toMatchObject({ replyExternalId: sent.externalId, status: 'delivered' });
  });

  it('tells which part of a long answer has failed', async () => {
    host.open(smsc.settings);
    await send('a'.repeat(200));
    smsc.deliverReceipt('MID2', 'UNDELIV');
    await allAcknowledged();
    expect(host.read()).toMatchObject([
      { replyExternalId: 'smpp:MID1', status: 'failed', reason: expect.stringMatching(/^part 2 of 2/) },
    ]);
  });

  it.each([
    ['ESME_RTHROTTLED', 0x58, 'rate-limited'],
    ['ESME_RMSGQFUL', 0x14, 'rate-limited'],
    ['ESME_RSYSERR', 0x08, 'transient'],
    ['ESME_RINVDSTADR', 0x0b, 'reply-refused'],
    ['ESME_RINVSRCADR', 0x0a, 'permission-missing'],
  ])('says what a refusal means: %s', async (_name, status, code) => {
    host.open(smsc.settings);
    smsc.refuseNext(status);
    await expect(send('Baik.')).rejects.toMatchObject({ code });
    expect(smsc.submitted).toHaveLength(0);
  });

  it('does not start a long answer again when a later part is refused', async () => {
    host.open(smsc.settings);
    smsc.refuseNext(0);
    smsc.refuseNext(0x58);
    await expect(send('a'.repeat(400))).rejects.toMatchObject({
      code: 'outcome-unknown',
      message: expect.stringMatching(/^Only 1 of 3 SMS were sent/),
    });
    expect(smsc.submitted).toHaveLength(1);
  });

  it('does not know whether an SMS left when the link breaks before the answer', async () => {
    host.open(smsc.settings);
    smsc.answersSubmits = false;
    const sending = send('Baik.');
    await smsc.until(() => smsc.submitted.length === 1);
    smsc.cut();
    await expect(sending).rejects.toMatchObject({ code: 'outcome-unknown' });
    await expect(send('Baik.')).rejects.toMatchObject({ code: 'transient' });
  });

  it('says so when the SMSC rejects the password, in a test of the settings too', async () => {
    const wrong = { ...smsc.settings, smppPassword: 'salah' };
    host.open(wrong);
    await expect(host.ended()).rejects.toMatchObject({ code: 'credentials-rejected' });
    const health = await smsConnector.health(testContext(smsSettingsSchema.parse(wrong)));
    expect(health).toMatchObject({
      status: 'needs-reauthorisation',
      reason: expect.not.stringContaining('salah'),
    });
    expect(await smsConnector.health(testContext(smsSettingsSchema.parse(smsc.settings)))).toEqual({
      status: 'healthy',
      account: '1708 (pemda@127.0.0.1)',
    });
  });

  it('notices an SMSC that has fallen silent', async () => {
    smsc.answersEnquiries = false;
    host.open({ ...smsc.settings, smppEnquireSeconds: 1 });
    await expect(host.ended()).rejects.toMatchObject({
      code: 'transient',
      message: expect.stringContaining('does not answer'),
    });
  });

  it('says that an SMSC cannot be reached', async () => {
    const { settings } = smsc;
    await smsc.stop();
    host.open(settings);
    await expect(host.ended()).rejects.toMatchObject({
      code: 'transient',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    await smsc.start(settings.smppPort);
  });
});
