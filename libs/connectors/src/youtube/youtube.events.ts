import type { ParsedEvent } from '@app/connector-kit';
import { filedCommentSchema, type FiledThread } from './youtube.payload.js';

interface Place {
  readonly thread: Pick<FiledThread, 'id'> & { readonly snippet: { readonly videoId?: string | undefined } };
  readonly channelId: string;
}

/** A comment in its present version: an edited one is another event of the same comment. */
export function commentEvent(comment: unknown, { thread, channelId }: Place): ParsedEvent {
  const filed = filedCommentSchema.safeParse(comment);
  if (!filed.success) return unreadable(comment, 'A comment of YouTube that could not be told apart');
  const { id, snippet } = filed.data;
  const { videoId } = thread.snippet;
  return {
    status: 'readable',
    kind: 'comment',
    externalId: snippet.updatedAt === snippet.publishedAt ? id : `${id}@${snippet.updatedAt}`,
    conversationKey: thread.id,
    payload: { comment, threadId: thread.id, ...(videoId !== undefined && { videoId }), channelId },
  };
}

export function deletionEvent(commentId: string): ParsedEvent {
  return {
    status: 'readable',
    kind: 'deletion',
    externalId: commentId,
    conversationKey: commentId,
    payload: { commentId },
  };
}

export function unreadable(item: unknown, reason: string): ParsedEvent {
  return { status: 'unreadable', bytes: Buffer.from(JSON.stringify(item) ?? ''), reason };
}
