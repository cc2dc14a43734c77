import type { OutboundReply, ReplyAvailability, ReplySender, SentReply } from '@app/connector-kit';
import type { Open311Settings } from './open311.settings.js';

/** Longest answer, in UTF-16 units. */
const MAX_TEXT_LENGTH = 4_000;

/** Programs fetch the stored answer themselves: nothing has to be carried anywhere. */
export const open311Replies: ReplySender<Open311Settings> = {
  maxTextLength: MAX_TEXT_LENGTH,
  lengthUnit: 'utf16',
  isIdempotent: true,

  countLength(text: string): number {
    return text.length;
  },

  availability(): ReplyAvailability {
    return { isAllowed: true, isPublic: true };
  },

  send(reply: OutboundReply): Promise<SentReply> {
    return Promise.resolve({ externalId: reply.idempotencyKey, status: 'delivered' });
  },
};
