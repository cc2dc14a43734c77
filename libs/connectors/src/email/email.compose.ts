import type { OutboundReply } from '@app/connector-kit';
import MailComposer from 'nodemailer/lib/mail-composer';
import { messageIdFor } from './email.ids.js';
import type { OutgoingMail } from './email.smtp.js';
import { withTag } from './email.sender.js';
import type { EmailSettings } from './email.settings.js';
import { answerSubject } from './email.subject.js';

export interface ComposedMail extends OutgoingMail {
  readonly messageId: string;
}

/** An answer as a mail: plain text, in the citizen's thread, marked so that machines do not answer it. */
export async function composeAnswer(
  reply: OutboundReply,
  settings: EmailSettings,
  now: Date,
): Promise<ComposedMail> {
  const { address, displayName = '', usesPlusAddress } = settings;
  const messageId = answerMessageId(reply, settings);
  const to = recipientOf(reply);
  const answered = reply.inReplyTo.externalId.split(' ')[0] ?? '';
  const isThreaded = answered.startsWith('<');
  const composer = new MailComposer({
    from: { name: displayName, address },
    to,
    subject: answerSubject(reply.conversation.title, reply.ticketCode),
    text: reply.text,
    textEncoding: 'quoted-printable',
    messageId,
    date: now,
    ...(isThreaded ? { inReplyTo: answered, references: answered } : {}),
    ...(usesPlusAddress && reply.ticketCode
      ? { replyTo: { name: displayName, address: withTag(address, reply.ticketCode) } }
      : {}),
    headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
    attachments: (reply.files ?? []).map(({ fileName, mimeType, body }) => ({
      filename: fileName,
      contentType: mimeType,
      content: body,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { from: address, to, messageId, bytes: await composer.compile().build() };
}

/** The same for every attempt of one answer. */
export function answerMessageId({ idempotencyKey }: OutboundReply, { address }: EmailSettings): string {
  return messageIdFor(idempotencyKey, address.slice(address.lastIndexOf('@') + 1));
}

/** The address stands first in the conversation's id. */
export function recipientOf({ conversation }: Pick<OutboundReply, 'conversation'>): string {
  return conversation.externalId.split(' ')[0] ?? '';
}
