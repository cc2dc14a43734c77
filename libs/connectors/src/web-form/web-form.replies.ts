import type { OutboundReply, ReplyAvailability, ReplySender, SentReply } from '@app/connector-kit';
import { MAX_TEXT_LENGTH } from './web-form.payload.js';
import type { WebFormSettings } from './web-form.settings.js';

/** The tracking page shows the stored answer itself: nothing has to be carried anywhere. */
export const webFormReplies: ReplySender<WebFormSettings> = {
  maxTextLength: MAX_TEXT_LENGTH,
  lengthUnit: 'utf16',
  isIdempotent: true,

  countLength(text: string): number {
    return text.length;
  },

  availability(): ReplyAvailability {
    return { isAllowed: true, isPublic: false };
  },

  send(reply: OutboundReply): Promise<SentReply> {
    return Promise.resolve({ externalId: reply.idempotencyKey, status: 'delivered' });
  },
};
