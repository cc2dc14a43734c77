import type { ParsedEvent } from '@app/connector-kit';
import { listYoutube, type YoutubeContext } from './youtube.api.js';
import type { YoutubeCursor } from './youtube.cursor.js';
import { commentEvent, deletionEvent, unreadable } from './youtube.events.js';
import { filedCommentSchema, filedThreadSchema, type FiledThread } from './youtube.payload.js';

type Seen = YoutubeCursor['seen'][number];

const PAGE_SIZE = '100';

export interface ThreadPage {
  /** Newest first, as YouTube gives them. */
  readonly threads: readonly FiledThread[];
  readonly unreadable: readonly ParsedEvent[];
  readonly nextPageToken: string | undefined;
}

/** Threads below all of the channel's videos, by the time of their first comment. */
export async function fetchThreads(
  context: YoutubeContext,
  pageToken: string | undefined,
): Promise<ThreadPage> {
  const page = await listYoutube(context, 'commentThreads', {
    part: 'snippet,replies',
    allThreadsRelatedToChannelId: context.settings.channelId,
    order: 'time',
    maxResults: PAGE_SIZE,
    textFormat: 'plainText',
    pageToken,
  });
  const threads: FiledThread[] = [];
  const broken: ParsedEvent[] = [];
  for (const item of page.items) {
    const filed = filedThreadSchema.safeParse(item);
    if (filed.success) threads.push(filed.data);
    else broken.push(unreadable(item, 'A thread of YouTube without a comment that could be read'));
  }
  return { threads, unreadable: broken, nextPageToken: page.nextPageToken };
}

export function startOf({ snippet }: FiledThread): string {
  return snippet.topLevelComment.snippet.publishedAt;
}

/** A thread as it is now, to be compared with later. */
export function seenNow(thread: FiledThread): Seen {
  const changes = [thread.snippet.topLevelComment, ...repliesIn(thread)].flatMap(
    (comment) => filedCommentSchema.safeParse(comment).data?.snippet.updatedAt ?? [],
  );
  return [thread.id, thread.snippet.totalReplyCount, changes.sort().at(-1) ?? ''];
}

/** The comments of a thread, oldest first (YouTube has replies the other way round, and only some beside the thread). */
export async function commentsOf(thread: FiledThread, context: YoutubeContext): Promise<ParsedEvent[]> {
  const place = { thread, channelId: context.settings.channelId };
  const beside = repliesIn(thread);
  const replies =
    thread.snippet.totalReplyCount > beside.length ? await fetchReplies(thread.id, context) : beside;
  return [thread.snippet.topLevelComment, ...replies.toReversed()].map((comment) =>
    commentEvent(comment, place),
  );
}

/** Those that have gone from among the latest: whether they are deleted, YouTube is asked. */
export async function deletedOf(ids: readonly string[], context: YoutubeContext): Promise<ParsedEvent[]> {
  const asked = ids.slice(0, Number(PAGE_SIZE) / 2);
  if (asked.length === 0) return [];
  const page = await listYoutube(context, 'comments', { part: 'id', id: asked.join(',') });
  const there = new Set(page.items.map((item) => (item as { id?: unknown } | null)?.id));
  return asked.filter((id) => !there.has(id)).map(deletionEvent);
}

async function fetchReplies(parentId: string, context: YoutubeContext): Promise<unknown[]> {
  const replies: unknown[] = [];
  let pageToken: string | undefined;
  do {
    const page = await listYoutube(context, 'comments', {
      part: 'snippet',
      parentId,
      maxResults: PAGE_SIZE,
      textFormat: 'plainText',
      pageToken,
    });
    replies.push(...page.items);
    pageToken = page.nextPageToken;
  } while (pageToken !== undefined);
  return replies;
}

export function repliesIn({ replies }: FiledThread): readonly unknown[] {
  return replies?.comments ?? [];
}
