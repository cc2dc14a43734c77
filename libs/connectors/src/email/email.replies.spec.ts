import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testContext } from '@app/connector-kit/testing';
import type { OutboundReply } from '@app/connector-kit';
import { simpleParser } from 'mailparser';
import { startSmtpDouble, type SmtpDouble } from '../../../../test/support/smtp-double.js';
import { emailReplies } from './email.replies.js';
import { emailSettingsSchema } from './email.settings.js';

const REPLY: OutboundReply = {
  conversation: { externalId: 'sari@warga.example 00', kind: 'private', title: 'Jalan rusak di Jl. Mawar' },
  inReplyTo: { externalId: '<m1@warga.example> sari@warga.example', sentAt: new Date() },
  recipient: { externalId: 'sari@warga.example' },
  text: 'Terima kasih.\n.\nTitik di awal baris & huruf “kutip”.',
  ticketCode: 'A3F-7KMG',
  idempotencyKey: 'satu',
};

describe('an answer by mail', () => {
  let smtp: SmtpDouble;
  beforeAll(async () => {
    smtp = await startSmtpDouble();
  });
  afterAll(() => smtp.stop());

  const context = (more: object = {}) =>
    testContext(
      emailSettingsSchema.parse({
        address: 'aduan@pemda.example',
        displayName: 'Layanan Aduan',
        password: 'x',
        imapHost: 'localhost',
        smtpHost: '127.0.0.1',
        smtpPort: smtp.port,
        smtpSecurity: 'none',
        sentCopies: 'none',
        timeoutSeconds: 2,
        ...more,
      }),
    );
  const send = async (more: Partial<OutboundReply> = {}, settings: object = {}) => {
    smtp.play({});
    const sent = await emailReplies.send({ ...REPLY, ...more }, context(settings));
    const [mail] = smtp.mails;
    if (!mail) throw new Error('No mail came');
    return { sent, envelope: mail, raw: mail.bytes.toString('utf8'), mail: await simpleParser(mail.bytes) };
  };

  it('stands in the citizen’s thread, with the ticket in its subject, and machines do not answer it', async () => {
    const { mail, sent, envelope } = await send();
    expect(envelope).toMatchObject({ from: 'aduan@pemda.example', to: ['sari@warga.example'] });
    expect(mail.subject).toBe('Re: Jalan rusak di Jl. Mawar [A3F-7KMG]');
    expect([mail.inReplyTo, mail.references]).toEqual(['<m1@warga.example>', '<m1@warga.example>']);
    expect(mail.headers.get('auto-submitted')).toBe('auto-replied');
    expect(mail.from?.text).toBe('"Layanan Aduan" <aduan@pemda.example>');
    expect(mail.text?.trim()).toBe(REPLY.text);
    expect(mail.messageId).toBe(sent.externalId);
    expect(mail.replyTo).toBeUndefined();
  });

  it('has the same Message-ID at every attempt, another one for another answer', async () => {
    const [first, again, other] = [await send(), await send(), await send({ idempotencyKey: 'dua' })];
    expect(again.sent.externalId).toBe(first.sent.externalId);
    expect(other.sent.externalId).not.toBe(first.sent.externalId);
  });

  it('asks for answers to the address with the ticket, where that is set', async () => {
    const { mail } = await send({}, { usesPlusAddress: true });
    expect(mail.replyTo?.value[0]?.address).toBe('aduan+A3F-7KMG@pemda.example');
  });

  it('takes files along', async () => {
    const body = Buffer.from('%PDF-1.7');
    const { mail } = await send({
      files: [{ fileName: 'surat désa.pdf', mimeType: 'application/pdf', body }],
    });
    expect(mail.attachments).toMatchObject([{ filename: 'surat désa.pdf', contentType: 'application/pdf' }]);
    expect(mail.attachments[0]?.content.equals(body)).toBe(true);
  });

  it('cannot smuggle headers in through a citizen’s subject or address', async () => {
    const title = 'Laporan\r\nBcc: semua@warga.example';
    const { mail, envelope } = await send({ conversation: { ...REPLY.conversation, title } });
    expect(mail.bcc).toBeUndefined();
    expect(envelope.to).toEqual(['sari@warga.example']);
  });

  it('is not sent to those who read nothing', async () => {
    const conversation = { externalId: 'no-reply@toko.example 00', kind: 'private' as const };
    expect(emailReplies.availability({ ...REPLY, conversation }, new Date()).isAllowed).toBe(false);
    await expect(emailReplies.send({ ...REPLY, conversation }, context())).rejects.toMatchObject({
      code: 'reply-refused',
    });
  });

  it.each([
    [{ rcpt: '550 5.1.1 <sari@warga.example> unknown' }, 'reply-refused'],
    [{ rcpt: '451 4.7.1 greylisted' }, 'rate-limited'],
    [{ afterData: '554 5.7.1 spam' }, 'reply-refused'],
    [{ afterData: '452 4.2.2 mailbox full' }, 'rate-limited'],
    [{ auth: '535 5.7.8 no' }, 'credentials-rejected'],
    [{ auth: '454 4.7.0 temporary' }, 'rate-limited'],
    [{ greeting: '554 5.7.1 blocked' }, 'reply-refused'],
    [{ greeting: 'hang' }, 'transient'],
    [{ afterData: 'hang' }, 'outcome-unknown'],
    [{ afterData: 'cut' }, 'outcome-unknown'],
  ] as const)('means by %j: %s', async (script, code) => {
    smtp.play(script);
    const failing = emailReplies.send(REPLY, context({ timeoutSeconds: 1 }));
    await expect(failing).rejects.toMatchObject({ code });
    await expect(failing).rejects.not.toMatchObject({ message: expect.stringContaining('sari@') });
  });

  it('does not give the password away to an open connection', async () => {
    smtp.play({});
    const open = { ...context(), allowsPrivateAddresses: false };
    await expect(emailReplies.send(REPLY, open)).rejects.toMatchObject({ code: 'permission-missing' });
    expect(smtp.mails).toHaveLength(0);
  });
});
