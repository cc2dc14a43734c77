import type { BackfillSource } from '@app/connector-kit';
import type { YoutubeSettings } from './youtube.settings.js';
import { commentsOf, fetchThreads, startOf } from './youtube.threads.js';

/** YouTube keeps all comments: pages are turned back until the span is passed. */
export const youtubeBackfill: BackfillSource<YoutubeSettings> = {
  reachMs: null,

  async fetchPage({ from, to }, cursor, context) {
    const page = await fetchThreads(context, cursor ?? undefined);
    const times = page.threads.map((thread) => Date.parse(startOf(thread)));
    const within = page.threads.filter((_thread, index) => {
      const time = times[index] ?? 0;
      return time >= from.getTime() && time <= to.getTime();
    });
    const comments = await Promise.all(within.toReversed().map((thread) => commentsOf(thread, context)));
    const isPassed = times.some((time) => time < from.getTime());
    const hasMore = !isPassed && page.nextPageToken !== undefined;
    return {
      events: [...page.unreadable, ...comments.flat()],
      nextCursor: hasMore ? (page.nextPageToken ?? null) : null,
      hasMore,
    };
  },
};
