import { ConnectorError, type BackfillSource, type PullSource } from '@app/connector-kit';
import { z } from 'zod';
import { activityBetween, REACH_MS } from './threads.activity.js';
import type { ThreadsSettings } from './threads.settings.js';

/** Threads lists a reply some time after it was written. */
const LATE_ARRIVAL_MS = 10 * 60_000;
const FIRST_SPAN_MS = 86_400_000;

const cursorSchema = z.object({ since: z.iso.datetime() });

/** Mentions and replies since the latest that is known; the first call takes those of a day. */
export const threadsPull: PullSource<ThreadsSettings> = {
  keepsMs: REACH_MS,
  isEnabled: ({ receive }) => receive === 'polling',
  pauseMs: ({ pollSeconds }) => pollSeconds * 1_000,

  async fetchPage(cursor, context) {
    const now = context.now();
    const since = cursor === null ? new Date(now.getTime() - FIRST_SPAN_MS) : readCursor(cursor);
    const from = cursor === null ? since : new Date(since.getTime() - LATE_ARRIVAL_MS);
    const { events, latest } = await activityBetween(context, from, now);
    const next = JSON.stringify({ since: (latest && latest > since ? latest : since).toISOString() });
    return { events, nextCursor: next === cursor ? null : next, hasMore: false };
  },
};

/** What deliveries left out while nobody took them. */
export const threadsBackfill: BackfillSource<ThreadsSettings> = {
  reachMs: REACH_MS,

  async fetchPage({ from, to }, _cursor, context) {
    const { events } = await activityBetween(context, from, to);
    return { events, nextCursor: null, hasMore: false };
  },
};

function readCursor(cursor: string): Date {
  try {
    return new Date(cursorSchema.parse(JSON.parse(cursor)).since);
  } catch {
    throw new ConnectorError(
      'cursor-expired',
      'The stored reading position cannot be read. Reading starts again from a day ago',
    );
  }
}
