import { ConnectorError, type RawEvent } from '@app/connector-kit';
import type { InboundMessage, NormalisedEvent } from '@app/report-model';
import type { z } from 'zod';
import { commentEventSchema, deletionEventSchema } from './youtube.payload.js';

type CommentEvent = z.infer<typeof commentEventSchema>;

/** See `Connector.normalise`. */
export function normaliseYoutubeEvent(event: RawEvent): NormalisedEvent {
  switch (event.kind) {
    case 'comment':
      return commentMeans(read(commentEventSchema, event.payload));
    case 'deletion': {
      const { commentId } = read(deletionEventSchema, event.payload);
      return { kind: 'deletion', messageExternalId: commentId, deletedAt: event.receivedAt.toISOString() };
    }
    default:
      throw new ConnectorError('payload-unrecognised', `Unknown kind of event: ${event.kind}`);
  }
}

function commentMeans(payload: CommentEvent): NormalisedEvent {
  const message = messageOf(payload);
  const { publishedAt, updatedAt } = payload.comment.snippet;
  if (updatedAt === publishedAt) return { kind: 'message', message };
  return {
    kind: 'edit',
    messageExternalId: message.externalId,
    editedAt: instant(updatedAt),
    text: message.text,
    attachments: [],
    message,
  };
}

function messageOf({ comment, threadId, videoId, channelId }: CommentEvent): InboundMessage {
  const { id, snippet } = comment;
  const author = snippet.authorChannelId?.value;
  const video = snippet.videoId ?? videoId;
  const name = snippet.authorDisplayName;
  return {
    externalId: id,
    conversation: { externalId: threadId, kind: 'public' },
    author: {
      externalId: author ?? `comment:${id}`,
      ...(name !== undefined && name !== '' && { displayName: name }),
      ...(name?.startsWith('@') && { handle: name.slice(1) }),
      ...(author === channelId && { isOurs: true }),
    },
    sentAt: instant(snippet.publishedAt),
    text: snippet.textOriginal ?? snippet.textDisplay,
    attachments: [],
    ...(id !== threadId && { replyToExternalId: threadId }),
    ...(video !== undefined && { permalink: `https://www.youtube.com/watch?v=${video}&lc=${id}` }),
  };
}

/** @throws ConnectorError when it is no time */
function instant(text: string): string {
  const time = new Date(text);
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  throw new ConnectorError('payload-unrecognised', 'This comment of YouTube has a time that is none');
}

/** Names the members that are wrong, never their values: reasons are shown and logged. */
function read<Schema extends z.ZodType>(schema: Schema, payload: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new ConnectorError(
    'payload-unrecognised',
    `This comment of YouTube cannot be read; unexpected: ${where}`,
  );
}
