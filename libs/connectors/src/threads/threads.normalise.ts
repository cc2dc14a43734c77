import { ConnectorError, type RawEvent } from '@app/connector-kit';
import type { InboundAttachment, InboundAuthor, NormalisedEvent } from '@app/report-model';
import { z } from 'zod';
import { deletedSchema, filedSchema, postSchema, type ThreadsPost } from './threads.payload.js';

/** See `Connector.normalise`. */
export function normaliseThreadsEvent(event: RawEvent): NormalisedEvent {
  const { value } = parsed(filedSchema, event.payload);
  switch (event.kind) {
    case 'replies':
    case 'mentions':
      return messageOf(parsed(postSchema, value), event.kind === 'replies');
    case 'delete': {
      const { id, deleted_at: at } = parsed(deletedSchema, value);
      return { kind: 'deletion', messageExternalId: id, deletedAt: instant(at) };
    }
    case 'publish':
      return { kind: 'ignored', reason: 'a post of our own' };
    default:
      return { kind: 'ignored', reason: `a change of kind "${event.kind}"` };
  }
}

/** @param isBelowOurs it answers a post of ours, or an answer there */
function messageOf(post: ThreadsPost, isBelowOurs: boolean): NormalisedEvent {
  const { id, text, root_post: root, replied_to: repliedTo, permalink } = post;
  return {
    kind: 'message',
    message: {
      externalId: id,
      conversation: { externalId: root?.id ?? id, kind: 'public' },
      author: authorOf(post, isBelowOurs),
      sentAt: instant(post.timestamp),
      text: text ?? '',
      attachments: attachmentsOf(post),
      ...(repliedTo ? { replyToExternalId: repliedTo.id } : {}),
      ...(permalink ? { permalink } : {}),
    },
  };
}

/** Threads tells no ids of people, only the name that they go by. */
function authorOf(post: ThreadsPost, isBelowOurs: boolean): InboundAuthor {
  const { id, username, root_post: root, is_reply_owned_by_me: isMine } = post;
  if (!username) return { externalId: `author-of:${id}`, isAnonymous: true };
  const isOurs = isMine === true || (isBelowOurs && root?.username === username);
  return { externalId: username, handle: username, displayName: username, ...(isOurs ? { isOurs } : {}) };
}

const KINDS: Readonly<Record<string, InboundAttachment['kind']>> = {
  IMAGE: 'image',
  VIDEO: 'video',
  AUDIO: 'audio',
};

function attachmentsOf({ media_type: type, media_url: url, gif_url: gif }: ThreadsPost): InboundAttachment[] {
  return [
    ...(url ? [{ kind: KINDS[type ?? ''] ?? 'other', url } as const] : []),
    ...(gif ? [{ kind: 'image', url: gif } as const] : []),
  ];
}

function instant(text: string): string {
  const time = new Date(text);
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  throw new ConnectorError('payload-unrecognised', 'This post of Threads has a time that is none');
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const read = schema.safeParse(value);
  if (!read.success) throw new ConnectorError('payload-unrecognised', z.prettifyError(read.error));
  return read.data;
}
