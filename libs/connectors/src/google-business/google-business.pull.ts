import { ConnectorError, type BackfillSource, type PullPage, type PullSource } from '@app/connector-kit';
import { z } from 'zod';
import { listReviews } from './google-business.api.js';
import { reviewEvents } from './google-business.events.js';
import { filedReviewSchema } from './google-business.payload.js';
import type { GoogleBusinessSettings } from './google-business.settings.js';

/** Google shows a review some time after it was written. */
const LATE_ARRIVAL_MS = 10 * 60_000;

const cursorSchema = z.object({
  /** The latest change that was read. */
  since: z.string().nullable(),
  /** Between two pages of one reading. */
  next: z.object({ pageToken: z.string(), newest: z.string() }).optional(),
});
type Cursor = z.infer<typeof cursorSchema>;

/** Reviews, the latest change first, down to those that are known. The first call takes the latest 50. */
export const googleBusinessPull: PullSource<GoogleBusinessSettings> = {
  isEnabled: () => true,
  pauseMs: ({ pollSeconds }) => pollSeconds * 1_000,

  async fetchPage(cursor, context): Promise<PullPage> {
    const known: Cursor = cursor === null ? { since: null } : readCursor(cursor);
    const { reviews = [], nextPageToken } = await listReviews(context, known.next?.pageToken);
    const lowest = known.since === null ? -Infinity : Date.parse(known.since) - LATE_ARRIVAL_MS;
    const wanted = reviews.filter((review) => !(timeOf(review) <= lowest));
    const newest = known.next?.newest ?? latest([known.since, ...reviews.map(changeOf)]);
    const reachesBack = wanted.length < reviews.length;
    const hasMore = known.since !== null && !reachesBack && nextPageToken !== undefined;
    const written = JSON.stringify({
      since: hasMore ? known.since : newest,
      ...(hasMore && newest !== null && { next: { pageToken: nextPageToken, newest } }),
    } satisfies Cursor);
    return {
      events: wanted.toReversed().flatMap(reviewEvents),
      nextCursor: written === cursor ? null : written,
      hasMore,
    };
  },
};

/** Google keeps all reviews: pages are turned back until the span is passed. */
export const googleBusinessBackfill: BackfillSource<GoogleBusinessSettings> = {
  reachMs: null,

  async fetchPage({ from, to }, cursor, context) {
    const { reviews = [], nextPageToken } = await listReviews(context, cursor ?? undefined);
    const isWithin = (review: unknown) => !(timeOf(review) < from.getTime() || timeOf(review) > to.getTime());
    const isPassed = reviews.some((review) => timeOf(review) < from.getTime());
    const hasMore = !isPassed && nextPageToken !== undefined;
    return {
      events: reviews.filter(isWithin).toReversed().flatMap(reviewEvents),
      nextCursor: hasMore ? nextPageToken : null,
      hasMore,
    };
  },
};

function readCursor(cursor: string): Cursor {
  try {
    return cursorSchema.parse(JSON.parse(cursor));
  } catch {
    throw new ConnectorError(
      'cursor-expired',
      'The stored reading position cannot be read. Reading starts again from the latest 50 reviews',
    );
  }
}

function changeOf(review: unknown): string | undefined {
  return filedReviewSchema.safeParse(review).data?.updateTime;
}

/** @returns NaN for what cannot be read, which is kept whatever is asked for */
function timeOf(review: unknown): number {
  return Date.parse(changeOf(review) ?? '');
}

function latest(times: readonly (string | null | undefined)[]): string | null {
  const known = times.filter((time): time is string => typeof time === 'string');
  return known.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null;
}
