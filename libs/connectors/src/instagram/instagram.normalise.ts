import { ConnectorError, type RawEvent } from '@app/connector-kit';
import { graphElementSchema, isoOf, readMessagingItem, type GraphElement } from '@app/graph-api';
import type { InboundAuthor, NormalisedEvent } from '@app/report-model';
import { z } from 'zod';
import { detailedMention, mentionOf } from './instagram.mention.js';
import {
  commentSchema,
  detailedMentionSchema,
  mentionSchema,
  type InstagramComment,
} from './instagram.payload.js';

/** See `Connector.normalise`. */
export function normaliseInstagramEvent(event: RawEvent): NormalisedEvent {
  if (event.kind === 'mention-details') return detailedMention(parsed(detailedMentionSchema, event.payload));
  const element = parsed(graphElementSchema, event.payload);
  if (element.source !== 'changes') return readMessagingItem(element);
  switch (element.field) {
    case 'comments':
    case 'live_comments':
      return commentOf(element, parsed(commentSchema, element.value));
    case 'mentions':
      return mentionOf(element, parsed(mentionSchema, element.value));
    default:
      return { kind: 'ignored', reason: `a change to the account’s "${element.field}"` };
  }
}

function commentOf(element: GraphElement, comment: InstagramComment): NormalisedEvent {
  const { id, parent_id: parentId, text, media } = comment;
  return {
    kind: 'message',
    message: {
      externalId: id,
      conversation: { externalId: media?.id ?? `comment:${parentId ?? id}`, kind: 'public' },
      author: authorOf(element, comment),
      sentAt: isoOf(element.entryTime),
      text: text ?? '',
      attachments: [],
      ...(parentId ? { replyToExternalId: parentId } : {}),
    },
  };
}

function authorOf({ entryId }: GraphElement, { id, from }: InstagramComment): InboundAuthor {
  if (!from) return { externalId: `author-of:${id}`, isAnonymous: true };
  const isOurs = from.id === entryId || Boolean(from.self_ig_scoped_id);
  return {
    externalId: from.id,
    ...(from.username ? { handle: from.username, displayName: from.username } : {}),
    ...(isOurs ? { isOurs } : {}),
  };
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const read = schema.safeParse(value);
  if (!read.success) throw new ConnectorError('payload-unrecognised', z.prettifyError(read.error));
  return read.data;
}
