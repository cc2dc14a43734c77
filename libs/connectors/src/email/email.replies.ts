import { ConnectorError, type ReplySender } from '@app/connector-kit';
import { answerMessageId, composeAnswer, recipientOf } from './email.compose.js';
import { isNoReply } from './email.sender.js';
import { findSent, keepSentCopy } from './email.sent-folder.js';
import type { EmailSettings } from './email.settings.js';
import { sendMail } from './email.smtp.js';

const MEGABYTE = 1024 * 1024;
/** Providers file their copy some seconds after they have taken a mail. */
const PROVIDER_DELAY_MS = 120_000;

export const emailReplies: ReplySender<EmailSettings> = {
  maxTextLength: 100_000,
  lengthUnit: 'utf16',
  countLength: (text) => text.length,
  // The Message-ID is the same at every attempt, but not every server looks at it.
  isIdempotent: false,
  // Base64 adds a third; most servers stop at 25 MB.
  files: { maxCount: 10, maxBytes: 15 * MEGABYTE, mimeTypes: ['*/*'] },

  availability(target) {
    const address = recipientOf(target);
    if (!address.includes('@')) {
      return {
        isAllowed: false,
        reason: {
          id: 'Surat ini tidak menyebut alamat pengirim.',
          en: 'This mail names no sender’s address.',
        },
      };
    }
    if (isNoReply(address)) {
      return {
        isAllowed: false,
        reason: {
          id: `Jawaban ke ${address} tidak dibaca siapa pun.`,
          en: `Nobody reads answers to ${address}.`,
        },
      };
    }
    return { isAllowed: true, isPublic: false };
  },

  async send(reply, context) {
    const answerable = emailReplies.availability(reply, context.now());
    if (!answerable.isAllowed) throw new ConnectorError('reply-refused', answerable.reason.en);
    const mail = await composeAnswer(reply, context.settings, context.now());
    await sendMail(mail, context);
    if (context.settings.sentCopies === 'wadah') await keepSentCopy(mail, context);
    return { externalId: mail.messageId, status: 'sent' };
  },

  async check(reply, context) {
    const messageId = answerMessageId(reply, context.settings);
    if (await findSent(messageId, context)) return { externalId: messageId, status: 'sent' };
    const age = context.now().getTime() - reply.attemptedAt.getTime();
    const isProof = context.settings.sentCopies === 'provider' && age > PROVIDER_DELAY_MS;
    return isProof ? 'not-sent' : 'unknown';
  },
};
