import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { testContext } from '@app/connector-kit/testing';
import { eventually } from '../../../../test/support/eventually.js';
import { Smsc } from '../../../../test/support/smpp-smsc.js';
import { SmppSessionHost } from '../../../../test/support/smpp-session-host.js';
import { smsConnector } from './sms.connector.js';
import { encodePart } from './sms.parts.js';
import { smsSettingsSchema } from './sms.settings.js';
import { concatenationHeader } from './sms.user-data-header.js';

const FROM = '628990000101';
const UDHI = 0x40;
const gsm = (text: string) => encodePart(text, 'gsm7');

describe('the session with an SMSC', () => {
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
    await eventually('an attempt to store', async () => host.emitCount === 1);
    await smsc.roundTrip();
    expect(smsc.acknowledged).toHaveLength(0);
    letGo();
    await allAcknowledged();
    expect(host.read()).toEqual(['Lampu jalan [RT 05] mati']);
    expect(host.states.at(-1)).toMatchObject({ status: 'open', account: '1708 (pemda@127.0.0.1)' });
  });

  describe('with a bind for each direction', () => {
    const reply = {
      text: 'Tim menuju lokasi.',
      idempotencyKey: '00000000-0000-4000-8000-000000000001',
      conversation: { externalId: FROM, kind: 'private' },
      inReplyTo: { externalId: '1', sentAt: new Date() },
      recipient: { externalId: `+${FROM}` },
    } as const;
    const settings = () => ({ ...smsc.settings, smppBind: 'separate' });

    it('takes in on one, answers on the other, and hears of the delivery', async () => {
      host.open(settings());
      smsc.deliver({ from: FROM, body: gsm('Jembatan putus') });
      await allAcknowledged();
      const context = testContext(smsSettingsSchema.parse(settings()), { session: host.session });
      const { externalId } = (await smsConnector.replies?.send(reply, context)) ?? {};
      expect(smsc.submitted).toMatchObject([{ to: FROM, text: reply.text }]);
      smsc.deliverReceipt('MID1', 'DELIVRD');
      await allAcknowledged();
      expect(host.read()).toEqual([
        'Jembatan putus',
        expect.objectContaining({
          kind: 'delivery-update',
          replyExternalId: externalId,
          status: 'delivered',
        }),
      ]);
      expect(smsc.binds).toEqual(['bind_transmitter', 'bind_receiver']);
    });

    it('ends with either of them: what was not acknowledged comes again', async () => {
      host.open(settings());
      await smsc.until(() => smsc.binds.length === 2);
      await eventually('an open session', async () => host.session);
      smsc.cut('bind_transmitter');
      await expect(host.ended()).rejects.toMatchObject({ code: 'transient' });
      await smsc.until(() => smsc.sessionCount === 0);
      host.open(settings());
      smsc.deliver({ from: FROM, body: gsm('Air keruh') });
      await allAcknowledged();
      expect(host.read()).toEqual(['Air keruh']);
    });
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
