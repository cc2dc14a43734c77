import type { ReplySender } from '@app/connector-kit';
import { setReply } from './google-business.api.js';
import { replyId } from './google-business.events.js';
import type { GoogleBusinessSettings } from './google-business.settings.js';

/** A review has one reply: a second answer takes the place of the first. */
export const googleBusinessReplies: ReplySender<GoogleBusinessSettings> = {
  /** Bytes. */
  maxTextLength: 4_096,
  lengthUnit: 'utf8',
  countLength: (text) => Buffer.byteLength(text),
  isIdempotent: true,

  availability({ conversation: { externalId } }) {
    if (/^accounts\/.+\/reviews\/.+$/.test(externalId)) return { isAllowed: true, isPublic: true };
    return {
      isAllowed: false,
      reason: { id: 'Bukan ulasan Google', en: 'Not a review on Google' },
    };
  },

  async send({ conversation: { externalId }, text }, context) {
    const { updateTime } = await setReply(context, externalId, text);
    return { externalId: replyId(externalId, updateTime), status: 'sent' };
  },
};
