import { ConnectorError, type ReplySender } from '@app/connector-kit';
import { z } from 'zod';
import { askMastodon } from './mastodon.api.js';
import { visibilityOf } from './mastodon.conversation.js';
import { notMastodon } from './mastodon.errors.js';
import type { MastodonSettings } from './mastodon.settings.js';

const createdSchema = z.looseObject({ id: z.string().min(1), url: z.string().nullish() });

/** Answers below the citizen's status, as visible as that was. */
export const mastodonReplies: ReplySender<MastodonSettings> = {
  // 500 on most servers, less the mention that must stand in front; of a handle only the part before the host counts.
  maxTextLength: 465,
  lengthUnit: 'utf16',
  countLength: (text) => text.length,
  isIdempotent: true,

  availability({ conversation, recipient }) {
    const visibility = visibilityOf(conversation.externalId);
    if (visibility && recipient.handle) return { isAllowed: true, isPublic: visibility !== 'direct' };
    return {
      isAllowed: false,
      reason: { id: 'Bukan percakapan Mastodon', en: 'Not a conversation on Mastodon' },
    };
  },

  async send(reply, context) {
    const { conversation, recipient, inReplyTo, text, idempotencyKey } = reply;
    const visibility = visibilityOf(conversation.externalId);
    if (!visibility || !recipient.handle) {
      throw new ConnectorError('reply-refused', 'The conversation is not one of Mastodon');
    }
    const response = await askMastodon(context, {
      method: 'POST',
      path: 'statuses',
      // Without the mention the citizen is told of nothing.
      body: {
        status: `@${recipient.handle} ${text}`,
        in_reply_to_id: inReplyTo.externalId,
        visibility,
        language: 'id',
      },
      idempotencyKey,
    });
    if (response.status === 404) {
      throw new ConnectorError('reply-refused', 'The citizen’s post is gone or not visible to the account');
    }
    const created = createdSchema.safeParse(response.json());
    if (!created.success) throw notMastodon();
    const { id, url } = created.data;
    return { externalId: id, status: 'sent', ...(url && { permalink: url }) };
  },
};
