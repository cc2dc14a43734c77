import type { OutboundReply, ReplySender } from '@app/connector-kit';
import { callGraph, pageReplyAvailability, sendPageMessage, type PageReplyRules } from '@app/graph-api';
import { z } from 'zod';
import { mentionedMediaOf } from './instagram.mention.js';
import type { InstagramSettings } from './instagram.settings.js';

const RULES: PageReplyRules = { inbox: 'Instagram' };
const idSchema = z.looseObject({ id: z.string().min(1) });

export const instagramReplies: ReplySender<InstagramSettings> = {
  // Direct messages are limited to 1,000 bytes.
  maxTextLength: 1000,
  lengthUnit: 'utf8',
  countLength: (text) => Buffer.byteLength(text),
  isIdempotent: false,

  availability(target, now) {
    if (mentionedMediaOf(target.conversation.externalId)) return { isAllowed: true, isPublic: true };
    return pageReplyAvailability(RULES, target, now);
  },

  async send(reply, context) {
    if (reply.conversation.kind === 'private' || reply.mode === 'private') {
      return sendPageMessage(RULES, reply, context, context.settings.pageId);
    }
    const request = {
      method: 'POST',
      operation: 'send',
      ...placeOf(reply, context.settings.accountId),
    } as const;
    return { externalId: (await callGraph(context, request, idSchema)).id, status: 'sent' };
  },
};

/** Below a comment on a post of our own, or where others mentioned us. */
function placeOf({ conversation, inReplyTo, text: message }: OutboundReply, accountId: string) {
  const mediaId = mentionedMediaOf(conversation.externalId);
  if (!mediaId) return { path: `${inReplyTo.externalId}/replies`, body: { message } };
  const comment = inReplyTo.externalId === mediaId ? {} : { comment_id: inReplyTo.externalId };
  return { path: `${accountId}/mentions`, body: { media_id: mediaId, ...comment, message } };
}
