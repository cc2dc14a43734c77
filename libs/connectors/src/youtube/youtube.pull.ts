import { ConnectorError, type PullPage, type PullSource } from '@app/connector-kit';
import type { YoutubeContext } from './youtube.api.js';
import { readCursor, writeCursor, type YoutubeCursor } from './youtube.cursor.js';
import type { FiledThread } from './youtube.payload.js';
import type { YoutubeSettings } from './youtube.settings.js';
import { commentsOf, deletedOf, fetchThreads, seenNow, startOf, type ThreadPage } from './youtube.threads.js';

/** YouTube shows a comment some time after it was written. */
const LATE_ARRIVAL_MS = 10 * 60_000;
/** Threads that are known again when they are read once more. */
const MOST_SEEN = 500;

/**
 * Threads of comments, newest first, down to those that are known; then those of the first page whose replies or words
 * have changed. The first call takes the latest 100. A span that YouTube leaves out is told as missed.
 */
export const youtubePull: PullSource<YoutubeSettings> = {
  isEnabled: () => true,
  pauseMs: ({ pollSeconds }) => pollSeconds * 1_000,

  async fetchPage(cursor, context): Promise<PullPage> {
    const known: YoutubeCursor = cursor === null ? { since: null, seen: [] } : readCursor(cursor);
    const page = await fetchOrRestart(known, context);
    if (page === null) return givenUp(known);
    const { threads, nextPageToken } = page;
    const before = known.next?.before ?? known.seen;
    const changed = threads.filter((thread) => isChanged(thread, before));
    const comments = await Promise.all(changed.toReversed().map((thread) => commentsOf(thread, context)));
    const isFirst = known.next === undefined;
    const deleted = isFirst ? await deletedOf(gone(known, page), context) : [];

    const newest =
      known.next?.newest ?? latest([...threads.map(startOf), ...(known.since === null ? [] : [known.since])]);
    const oldest = threads.map(startOf).sort().at(0);
    const reachesBack = known.since === null || oldest === undefined || isBefore(oldest, known.since);
    const connects = threads.some(({ id }) => before.some(([known]) => known === id));
    const hasMore = !reachesBack && nextPageToken !== undefined;
    const seen = [...(isFirst ? [] : known.seen), ...threads.map(seenNow)].slice(0, MOST_SEEN);
    const written = writeCursor({
      since: hasMore ? known.since : newest,
      seen,
      ...(hasMore && newest !== null && { next: { pageToken: nextPageToken, newest, oldest, before } }),
    });
    return {
      events: [...page.unreadable, ...comments.flat(), ...deleted],
      nextCursor: written === cursor ? null : written,
      hasMore,
      // Nothing follows, and nothing of what was read before is among them: what lay between is not given.
      ...(!reachesBack && !hasMore && !connects && known.since !== null && missed(known.since, oldest)),
    };
  },
};

/** @returns null when the page that was next is not given any more */
async function fetchOrRestart(known: YoutubeCursor, context: YoutubeContext): Promise<ThreadPage | null> {
  try {
    return await fetchThreads(context, known.next?.pageToken);
  } catch (error) {
    // A wrong page is refused like a wrong request; without one the same request says what is wrong.
    const isRefused = error instanceof ConnectorError && error.code === 'permission-missing';
    if (!isRefused || known.next === undefined) throw error;
    await fetchThreads(context, undefined);
    return null;
  }
}

/** The reading ends where it stands, and the rest of the span is told as missed. */
function givenUp({ since, seen, next }: YoutubeCursor): PullPage {
  return {
    events: [],
    nextCursor: writeCursor({ since: next?.newest ?? since, seen }),
    hasMore: false,
    ...(since !== null && next && missed(since, next.oldest)),
  };
}

function isChanged(thread: FiledThread, seen: YoutubeCursor['seen']): boolean {
  const before = seen.find(([id]) => id === thread.id);
  const [, replies, change] = seenNow(thread);
  return before?.[1] !== replies || before[2] !== change;
}

/** Threads that were on the first page and should still be, by their time. */
function gone({ seen }: YoutubeCursor, { threads }: ThreadPage): string[] {
  const there = new Set(threads.map(({ id }) => id));
  const known = new Set(seen.map(([id]) => id));
  const lastKnown = threads.findLastIndex(({ id }) => known.has(id));
  if (lastKnown === -1) return [];
  const below = threads[lastKnown]?.id;
  const end = seen.findIndex(([id]) => id === below);
  return seen.slice(0, end).flatMap(([id]) => (there.has(id) ? [] : [id]));
}

function isBefore(oldest: string, since: string): boolean {
  return Date.parse(oldest) <= Date.parse(since) - LATE_ARRIVAL_MS;
}

function latest(times: readonly string[]): string | null {
  return [...times].sort().at(-1) ?? null;
}

function missed(since: string, oldest: string): Pick<PullPage, 'missed'> {
  return { missed: { from: new Date(since), to: new Date(oldest) } };
}
