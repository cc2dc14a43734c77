import { ConnectorError, type ParsedEvent } from '@app/connector-kit';
import type { XStreamPlace } from './x.cursor.js';
import { XParameterRejected } from './x.refusals.js';
import { newestId, snowflakeAt, snowflakeTime } from './x.snowflake.js';

/**
 * X sometimes shows an item only after later ones (its index is not in step), and a strict `since_id` would never
 * give it. Items this young are asked for again; repeated ones are known by their id and not charged twice.
 */
const LATE_ARRIVAL_MS = 10 * 60_000;

/** Where a sweep begins and ends; `{}` is the newest items, wherever they end. Times are ISO 8601. */
export interface XWindow {
  readonly since_id?: string | undefined;
  readonly start_time?: string | undefined;
  readonly end_time?: string | undefined;
}

/** One page of a stream, newest first on X's side; `events` oldest first. */
export interface XStreamPage {
  readonly ids: readonly string[];
  readonly events: readonly ParsedEvent[];
  readonly nextToken: string | undefined;
}

export type FetchStreamPage = (window: XWindow, token: string | undefined) => Promise<XStreamPage>;

export interface SweptPage {
  readonly page: XStreamPage;
  readonly place: XStreamPlace;
  readonly hasMore: boolean;
}

/** Reads the next page of a stream. The first sweep gives the latest page and no history behind it. */
export async function sweep(
  fetch: FetchStreamPage,
  known: XStreamPlace | null,
  now: Date,
): Promise<SweptPage> {
  let at: Sweep = known?.next ?? { window: windowSince(known?.sinceId, now), newestId: null };
  for (;;) {
    try {
      return follow(await fetch(at.window, at.token), at, known);
    } catch (error) {
      if (!(error instanceof XParameterRejected)) throw error;
      at = otherWay(at, error.parameter);
    }
  }
}

/** One sweep: what is asked for, and how far along it is. */
interface Sweep {
  readonly window: XWindow;
  readonly token?: string;
  readonly newestId: string | null;
}

function follow(page: XStreamPage, at: Sweep, known: XStreamPlace | null): SweptPage {
  const newest = newestId([at.newestId, ...page.ids]);
  const token = page.nextToken;
  const hasMore = known !== null && token !== undefined && token !== at.token;
  const place: XStreamPlace = hasMore
    ? { sinceId: known.sinceId, next: { token, newestId: newest, window: at.window } }
    : { sinceId: newestId([known?.sinceId, newest]) };
  return { page, place, hasMore };
}

/** Each step gives up something that X rejected, so there are few. */
function otherWay({ token, window, newestId }: Sweep, rejected: XParameterRejected['parameter']): Sweep {
  if (rejected === 'pagination_token' && token) return { window, newestId };
  const since = window.since_id ? snowflakeTime(window.since_id)?.toISOString() : undefined;
  if (rejected === 'since_id' && since) return { window: { start_time: since }, newestId };
  throw new ConnectorError(
    'cursor-expired',
    `X no longer gives what came since the last reading (${since ?? window.start_time ?? 'unknown time'}). Reading ` +
      'starts again from the latest 100; older ones since then may be missing: look for them on x.com',
  );
}

function windowSince(sinceId: string | null | undefined, now: Date): XWindow {
  if (!sinceId) return {};
  const lateArrivals = snowflakeAt(new Date(now.getTime() - LATE_ARRIVAL_MS));
  return { since_id: BigInt(lateArrivals) < BigInt(sinceId) ? lateArrivals : sinceId };
}
