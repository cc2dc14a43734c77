import { isoOf, type GraphElement } from '@app/graph-api';
import type { InboundMessage, NormalisedEvent } from '@app/report-model';
import type { z } from 'zod';
import { mentionSchema, type detailedMentionSchema, type InstagramMention } from './instagram.payload.js';

/** Answers to a mention go another way than those to comments on posts of our own. */
const PREFIX = 'mention:';

/** Instagram delivers ids only; the words are asked for afterwards, see `instagramDetails`. */
export function mentionOf(element: GraphElement, mention: InstagramMention): NormalisedEvent {
  const message: InboundMessage = { ...messageOf(element, mention), notes: ['content-withheld'] };
  return { kind: 'message', message };
}

/** The same message, with its words. */
export function detailedMention({
  element,
  details,
}: z.infer<typeof detailedMentionSchema>): NormalisedEvent {
  const { author, ...message } = messageOf(element, mentionSchema.parse(element.value));
  const { text, caption, timestamp, username, permalink } = details;
  const time = Date.parse(timestamp ?? '');
  return {
    kind: 'message',
    message: {
      ...message,
      author: { ...author, ...(username ? { handle: username, displayName: username } : {}) },
      text: text ?? caption ?? '',
      ...(Number.isNaN(time) ? {} : { sentAt: new Date(time).toISOString() }),
      ...(permalink ? { permalink } : {}),
    },
  };
}

/** The post of others under which we were mentioned; undefined for a conversation on a post of our own. */
export function mentionedMediaOf(conversationExternalId: string): string | undefined {
  return conversationExternalId.startsWith(PREFIX) ? conversationExternalId.slice(PREFIX.length) : undefined;
}

function messageOf(
  element: GraphElement,
  { media_id: mediaId, comment_id: commentId }: InstagramMention,
): InboundMessage {
  const id = commentId ?? mediaId;
  return {
    externalId: id,
    conversation: { externalId: `${PREFIX}${mediaId}`, kind: 'public' },
    author: { externalId: `author-of:${id}`, isAnonymous: true },
    sentAt: isoOf(element.entryTime),
    text: '',
    attachments: [],
  };
}
