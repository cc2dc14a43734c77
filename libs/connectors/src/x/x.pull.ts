import { ConnectorError, type ConnectorContext, type PullPage, type PullSource } from '@app/connector-kit';
import { charge } from './x.budget.js';
import { readCursor, writeCursor, type XCursor } from './x.cursor.js';
import type { DailyReads } from './x.daily-reads.js';
import { includedUserIds, pageEvents, postIds } from './x.page-events.js';
import type { XPage } from './x.payload.js';
import { XParameterRejected } from './x.refusals.js';
import { fetchMe, fetchMentions, type XWindow } from './x.requests.js';
import type { XSettings } from './x.settings.js';
import { newestId, snowflakeAt, snowflakeTime } from './x.snowflake.js';

type Context = ConnectorContext<XSettings>;

/**
 * X sometimes shows a mention only after later ones (its index is not in step), and a strict `since_id` would never
 * give it. Mentions this young are asked for again; repeated ones are known by their id and not charged twice.
 */
const LATE_ARRIVAL_MS = 10 * 60_000;

/** One sweep: what is asked for, and how far along it is. */
interface Sweep {
  readonly window: XWindow;
  readonly token?: string;
  readonly newestId: string | null;
}

/** Reads the mentions of the connected account. */
export class XMentions implements PullSource<XSettings> {
  constructor(private readonly reads: DailyReads) {}

  isEnabled(): boolean {
    return true;
  }

  pauseMs(settings: XSettings): number {
    return settings.pollSeconds * 1000;
  }

  /** See {@link XCursor}. The first call gives the latest 100 mentions and no history behind them. */
  async fetchPage(cursor: string | null, context: Context): Promise<PullPage> {
    const stored = cursor === null ? null : readCursor(cursor);
    const known = stored && isOfTheseKeys(stored, context.settings) ? stored : null;
    const userId = known?.userId ?? (await this.whoWeAre(context));

    const { page, sweep } = await fetchRecovering(context, userId, known);
    await this.chargeFor(page, context);

    const newest = newestId([sweep.newestId, page.meta?.newest_id, ...postIds(page)]);
    const token = page.meta?.next_token;
    const hasMore = known !== null && token !== undefined && token !== sweep.token;
    const next: XCursor = hasMore
      ? { userId, sinceId: known.sinceId, next: { token, newestId: newest, window: sweep.window } }
      : { userId, sinceId: newestId([known?.sinceId, newest]) };
    const written = writeCursor(next);
    return { events: pageEvents(page, userId), nextCursor: written === cursor ? null : written, hasMore };
  }

  private async whoWeAre(context: Context): Promise<string> {
    const { id } = await fetchMe(context);
    await charge(
      context,
      'user-read',
      this.reads.countNew(context.settings.apiKey, [`user ${id}`], context.now()),
    );
    return id;
  }

  private async chargeFor(page: XPage, context: Context): Promise<void> {
    const { apiKey } = context.settings;
    const posts = postIds(page).map((id) => `post ${id}`);
    const users = includedUserIds(page).map((id) => `user ${id}`);
    await charge(context, 'owned-read', this.reads.countNew(apiKey, posts, context.now()));
    await charge(context, 'user-read', this.reads.countNew(apiKey, users, context.now()));
  }
}

/** Other keys may mean another account; an access token of OAuth 1.0a begins with its account's id. */
function isOfTheseKeys(cursor: XCursor, settings: XSettings): boolean {
  const owner = /^(\d{1,20})-/.exec(settings.accessToken)?.[1];
  return owner === undefined || owner === cursor.userId;
}

/** Fetches the next page, and finds another way when X has forgotten where it was: repeats some, loses none. */
async function fetchRecovering(
  context: Context,
  userId: string,
  known: XCursor | null,
): Promise<{ page: XPage; sweep: Sweep }> {
  let sweep: Sweep = known?.next ?? { window: windowSince(known?.sinceId, context.now()), newestId: null };
  for (;;) {
    try {
      return { page: await fetchMentions(context, userId, sweep.window, sweep.token), sweep };
    } catch (error) {
      if (!(error instanceof XParameterRejected)) throw error;
      sweep = otherWay(sweep, error.parameter);
    }
  }
}

/** Each step gives up something that X rejected, so there are few. */
function otherWay({ token, window, newestId }: Sweep, rejected: XParameterRejected['parameter']): Sweep {
  if (rejected === 'pagination_token' && token) return { window, newestId };
  const since = window.since_id ? snowflakeTime(window.since_id)?.toISOString() : undefined;
  if (rejected === 'since_id' && since) return { window: { start_time: since }, newestId };
  throw new ConnectorError(
    'cursor-expired',
    `X no longer gives the mentions since the last reading (${since ?? window.start_time ?? 'unknown time'}). Reading ` +
      'starts again from the latest 100; older ones since then may be missing: look for them on x.com',
  );
}

function windowSince(sinceId: string | null | undefined, now: Date): XWindow {
  if (!sinceId) return {};
  const lateArrivals = snowflakeAt(new Date(now.getTime() - LATE_ARRIVAL_MS));
  return { since_id: BigInt(lateArrivals) < BigInt(sinceId) ? lateArrivals : sinceId };
}
