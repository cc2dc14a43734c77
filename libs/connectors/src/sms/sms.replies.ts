import { ConnectorError, ensureWithinBudget, type ReplySender } from '@app/connector-kit';
import { sendByKannel } from './sms.kannel-replies.js';
import { MAX_TEXT_LENGTH, splitText } from './sms.parts.js';
import { isPhone } from './sms.sender.js';
import type { SmsSettings } from './sms.settings.js';
import { SmppSession } from './sms.smpp-session.js';

export const smsReplies: ReplySender<SmsSettings> = {
  maxTextLength: MAX_TEXT_LENGTH,
  lengthUnit: 'utf16',
  countLength: (text) => text.length,
  isIdempotent: false,
  // By Kannel there is no session, and nothing waits for one.
  needsSession: true,

  cost(text, settings) {
    const parts = partsOf(text, settings);
    return { parts, rupiah: parts * settings.pricePerPart };
  },

  availability({ recipient }) {
    if (isPhone(recipient.externalId)) return { isAllowed: true, isPublic: false };
    return {
      isAllowed: false,
      reason: {
        id: `Pengirim "${recipient.externalId}" adalah nama atau nomor pendek: SMS kepadanya tidak bisa dikirim.`,
        en: `The sender "${recipient.externalId}" is a name or a short code: no SMS can be sent to it.`,
      },
    };
  },

  async send(reply, context) {
    const { settings, session, usage } = context;
    if (!isPhone(reply.recipient.externalId)) {
      throw new ConnectorError(
        'reply-refused',
        'The sender is a name or a short code and cannot be answered',
      );
    }
    const isSmpp = settings.mode === 'smpp';
    if (isSmpp && !(session instanceof SmppSession)) {
      throw new ConnectorError(
        'transient',
        'The connection to the SMSC is down; the answer leaves when it is back',
      );
    }
    await ensureWithinBudget(context, 'SMS');
    const sent = await (session instanceof SmppSession && isSmpp
      ? session.send(reply, context)
      : sendByKannel(reply, context));
    const parts = partsOf(reply.text, settings);
    await usage.add('sms', parts, parts * settings.pricePerPart);
    return sent;
  },
};

function partsOf(text: string, { mode, smppAlphabet }: SmsSettings): number {
  return splitText(text, mode === 'smpp' ? smppAlphabet : 'gsm7').parts.length;
}
