import {
  ConnectorError,
  type ConnectorContext,
  type ParsedEvent,
  type PullPage,
  type PullSource,
} from '@app/connector-kit';
import { charge } from './x.budget.js';
import { readCursor, writeCursor, type XCursor, type XStreamPlace } from './x.cursor.js';
import type { DailyReads } from './x.daily-reads.js';
import { fetchMe } from './x.requests.js';
import { tokenOwner, type XSettings } from './x.settings.js';
import { XStreamPages } from './x.stream-pages.js';
import type { XStreamName, XStreams } from './x.streams.js';
import { sweep, type FetchStreamPage, type SweptPage } from './x.sweep.js';
import { checkWatched, isWatchDue, watchNew } from './x.watch.js';

type Context = ConnectorContext<XSettings>;

/** X answers 15 requests for direct messages in 15 minutes. */
const MESSAGES_REST_MS = 65_000;
/** Webhooks bring posts at once; this finds what they missed, and tells what they cost. */
const BEHIND_WEBHOOK_MS = 15 * 60_000;

interface ReadBeside {
  readonly events: readonly ParsedEvent[];
  readonly place: XStreamPlace | undefined;
  readonly hasMore: boolean;
}
const NOTHING: ReadBeside = { events: [], place: undefined, hasMore: false };

/**
 * Reads the mentions of the connected account and, as far as they are switched on, its direct messages, a search for
 * keywords, and whether young posts still exist. One page holds a page of each.
 */
export class XPull implements PullSource<XSettings> {
  private readonly pages: XStreamPages;

  constructor(
    private readonly reads: DailyReads,
    private readonly streams: XStreams,
  ) {
    this.pages = new XStreamPages(reads);
  }

  isEnabled(): boolean {
    return true;
  }

  pauseMs(settings: XSettings): number {
    return settings.pollSeconds * 1000;
  }

  /** See {@link XCursor}. The first call gives the latest 100 of each stream and no history behind them. */
  async fetchPage(cursor: string | null, context: Context): Promise<PullPage> {
    const stored = cursor === null ? null : readCursor(cursor);
    const known = stored && isOfTheseKeys(stored, context.settings) ? stored : null;
    const userId = known?.userId ?? (await this.whoWeAre(context));
    const { settings } = context;

    const mentions = await this.readMentions(context, userId, known);
    const search = settings.searchQuery
      ? await this.readBeside('keyword search', context, this.pages.search(context, userId), known?.search, 0)
      : NOTHING;
    const restMs = settings.mode === 'webhook' ? BEHIND_WEBHOOK_MS : MESSAGES_REST_MS;
    const messages = settings.readsDirectMessages
      ? await this.readBeside(
          'direct messages',
          context,
          this.pages.messages(context, userId),
          known?.messages,
          restMs,
        )
      : NOTHING;

    const posts = [...(mentions?.page.events ?? []), ...search.events];
    const checked = await this.checkDeletions(context, watchNew(known?.watch, posts, userId, context));
    const place = mentions?.place ?? known;
    const next: XCursor = {
      userId,
      sinceId: place?.sinceId ?? null,
      ...(place?.next && { next: place.next }),
      ...(search.place && { search: search.place }),
      ...(messages.place && { messages: messages.place }),
      ...(checked.watch && { watch: checked.watch }),
    };
    const written = writeCursor(next);
    return {
      events: [...posts, ...messages.events, ...checked.events],
      nextCursor: written === cursor ? null : written,
      // Direct messages rest after every page: they do not make the others run.
      hasMore: mentions?.hasMore === true || search.hasMore,
    };
  }

  /** The stream that a connection is there for: what goes wrong with it goes wrong with the connection. */
  private async readMentions(
    context: Context,
    userId: string,
    known: XCursor | null,
  ): Promise<SweptPage | undefined> {
    if (known && !this.streams.isDue(context, 'mentions')) return undefined;
    const swept = await sweep(this.pages.mentions(context, userId), known, context.now());
    const restMs = context.settings.mode === 'webhook' && !swept.hasMore ? BEHIND_WEBHOOK_MS : 0;
    this.streams.finished(context, 'mentions', restMs);
    return swept;
  }

  /** A stream beside the mentions: its failure is told by the connection's health, and the mentions go on. */
  private async readBeside(
    stream: XStreamName,
    context: Context,
    fetch: FetchStreamPage,
    known: XStreamPlace | undefined,
    restMs: number,
  ): Promise<ReadBeside> {
    const unread = { events: [], place: known, hasMore: false };
    if (!this.streams.isDue(context, stream)) return unread;
    try {
      const { page, place, hasMore } = await sweep(fetch, known ?? null, context.now());
      this.streams.finished(context, stream, restMs);
      return { events: page.events, place, hasMore };
    } catch (error) {
      if (context.signal.aborted) throw error;
      const code = error instanceof ConnectorError ? error.code : 'transient';
      // No money is no trouble of this stream: the mentions will tell.
      if (code !== 'budget-exhausted') this.streams.failed(context, stream, error);
      return code === 'cursor-expired' ? NOTHING : unread;
    }
  }

  private async checkDeletions(
    context: Context,
    watch: XCursor['watch'],
  ): Promise<{ events: readonly ParsedEvent[]; watch: XCursor['watch'] }> {
    if (!isWatchDue(watch, context) || !this.streams.isDue(context, 'deletions'))
      return { events: [], watch };
    try {
      const checked = await checkWatched(watch, context, this.reads);
      this.streams.finished(context, 'deletions', 0);
      return checked;
    } catch (error) {
      if (context.signal.aborted) throw error;
      this.streams.failed(context, 'deletions', error);
      return { events: [], watch };
    }
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
}

/** Other keys may mean another account. */
function isOfTheseKeys(cursor: XCursor, settings: XSettings): boolean {
  const owner = tokenOwner(settings);
  return owner === undefined || owner === cursor.userId;
}
