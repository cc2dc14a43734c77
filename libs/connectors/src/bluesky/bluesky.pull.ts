import type { ParsedEvent, PullPage, PullSource } from '@app/connector-kit';
import { z } from 'zod';
import { readCursor, writeCursor, type BlueskyCursor } from './bluesky.cursor.js';
import { notBluesky } from './bluesky.errors.js';
import { notificationEvent } from './bluesky.events.js';
import { filedNotificationSchema } from './bluesky.payload.js';
import type { BlueskyContext, BlueskySessions } from './bluesky.sessions.js';
import type { BlueskySettings } from './bluesky.settings.js';
import { checkWatched, watchNew } from './bluesky.watch.js';

/** Bluesky indexes posts out of step: those this young are asked for again and known by their address. */
const LATE_ARRIVAL_MS = 10 * 60_000;

const pageSchema = z.looseObject({ notifications: z.array(z.unknown()), cursor: z.string().optional() });

/** Mentions, replies and quotes. The first call takes the latest 100 and no history behind them. */
export class BlueskyPull implements PullSource<BlueskySettings> {
  constructor(private readonly sessions: BlueskySessions) {}

  isEnabled(): boolean {
    return true;
  }

  pauseMs({ pollSeconds }: BlueskySettings): number {
    return pollSeconds * 1000;
  }

  async fetchPage(cursor: string | null, context: BlueskyContext): Promise<PullPage> {
    const known: BlueskyCursor | null = cursor === null ? null : readCursor(cursor);
    const page = await this.fetch(known?.next?.cursor, context);
    const lowest = known?.since ? Date.parse(known.since) - LATE_ARRIVAL_MS : 0;
    const wanted = page.notifications.filter((item) => (timeOf(item) ?? Infinity) > lowest);
    const newest = latest([known?.next?.newest, ...wanted.map(indexedAtOf)]);
    const reachesBack = wanted.length < page.notifications.length;
    const hasMore = known !== null && !reachesBack && page.cursor !== undefined && wanted.length > 0;

    const events: ParsedEvent[] = wanted.toReversed().map(notificationEvent);
    const checked = hasMore
      ? { events: [], watch: known.watch }
      : await checkWatched(known?.watch, this.sessions, context);
    const watch = watchNew(checked.watch, events, context.now());
    const next: BlueskyCursor = {
      since: hasMore ? known.since : latest([known?.since, newest]),
      ...(hasMore && page.cursor && { next: { cursor: page.cursor, newest } }),
      ...(watch && { watch }),
    };
    const written = writeCursor(next);
    return {
      events: [...events, ...checked.events],
      nextCursor: written === cursor ? null : written,
      hasMore,
    };
  }

  private async fetch(pageCursor: string | undefined, context: BlueskyContext) {
    const query = new URLSearchParams({ limit: '100' });
    for (const reason of ['mention', 'reply', 'quote']) query.append('reasons', reason);
    if (pageCursor !== undefined) query.set('cursor', pageCursor);
    const name = `app.bsky.notification.listNotifications?${query}`;
    const { body } = await this.sessions.call(context, { method: 'GET', name });
    const page = pageSchema.safeParse(body);
    if (!page.success) throw notBluesky();
    return page.data;
  }
}

function indexedAtOf(item: unknown): string | undefined {
  return filedNotificationSchema.safeParse(item).data?.indexedAt;
}

function timeOf(item: unknown): number | undefined {
  const indexedAt = indexedAtOf(item);
  return indexedAt === undefined ? undefined : Date.parse(indexedAt);
}

function latest(times: readonly (string | null | undefined)[]): string | null {
  let newest: string | null = null;
  for (const time of times)
    if (time && (newest === null || Date.parse(time) > Date.parse(newest))) newest = time;
  return newest;
}
