import type { ReplySender } from '@app/connector-kit';
import { insertComment } from './youtube.api.js';
import type { YoutubeSettings } from './youtube.settings.js';

/** YouTube keeps all answers to a thread in one line below its first comment. */
export const youtubeReplies: ReplySender<YoutubeSettings> = {
  maxTextLength: 10_000,
  lengthUnit: 'utf16',
  countLength: (text) => text.length,
  isIdempotent: false,

  availability({ conversation }) {
    if (conversation.kind === 'public') return { isAllowed: true, isPublic: true };
    return {
      isAllowed: false,
      reason: { id: 'Bukan komentar YouTube', en: 'Not a comment on YouTube' },
    };
  },

  async send({ conversation, text }, context) {
    const { id } = await insertComment(context, conversation.externalId, text);
    return { externalId: id, status: 'sent' };
  },
};
