import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { OutboundReply } from '@app/connector-kit';
import { testContext } from '@app/connector-kit/testing';
import { eventually } from '../../../../test/support/eventually.js';
import { Smsc } from '../../../../test/support/smpp-smsc.js';
import { SmppSessionHost } from '../../../../test/support/smpp-session-host.js';
import { smsReplies } from './sms.replies.js';
import { smsSettingsSchema } from './sms.settings.js';
import { SmppSession } from './sms.smpp-session.js';

const FROM = '628990000101';

describe('answers through an SMSC', () => {
  let smsc: Smsc;
  let host: SmppSessionHost;
  let folder: string;
  beforeEach(async () => {
    smsc = new Smsc();
    await smsc.start();
    folder = await mkdtemp(path.join(tmpdir(), 'wadah-sms-'));
    host = new SmppSessionHost(folder);
  });
  afterEach(async () => {
    await host.close();
    await smsc.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const allAcknowledged = () => smsc.until(() => smsc.keptCount === 0);
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
});
