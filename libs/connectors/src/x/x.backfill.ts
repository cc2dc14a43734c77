import {
  ConnectorError,
  type BackfillSource,
  type ConnectorContext,
  type PullPage,
} from '@app/connector-kit';
import { z } from 'zod';
import { fetchMe } from './x.requests.js';
import type { XSettings } from './x.settings.js';
import { XStreamPages } from './x.stream-pages.js';
import type { XWindow } from './x.sweep.js';

type Context = ConnectorContext<XSettings>;

/** As far as search reaches, less a minute: X refuses a time that has just become too old. */
const REACH_MS = 7 * 24 * 3_600_000 - 60_000;

const STREAMS = ['mentions', 'search', 'messages'] as const;
const placeSchema = z.object({
  userId: z.string(),
  stream: z.enum(STREAMS),
  token: z.string().optional(),
});
type Place = z.infer<typeof placeSchema>;

/** What was written in a span of time: mentions (the latest 800 of the account), search hits, direct messages. */
export class XBackfill implements BackfillSource<XSettings> {
  readonly reachMs = REACH_MS;

  constructor(private readonly pages: XStreamPages) {}

  async fetchPage(
    { from, to }: { readonly from: Date; readonly to: Date },
    cursor: string | null,
    context: Context,
  ): Promise<PullPage> {
    const place = cursor === null ? await firstPlace(context) : readPlace(cursor);
    const earliest = new Date(Math.max(from.getTime(), context.now().getTime() - REACH_MS));
    const window: XWindow = { start_time: isoSeconds(earliest), end_time: isoSeconds(to) };
    const fetch = this.pages[place.stream](context, place.userId);
    const { events, nextToken } = await fetch(window, place.token);
    const next = nextToken ? { ...place, token: nextToken } : nextStream(place, context.settings);
    return { events, nextCursor: next ? JSON.stringify(next) : null, hasMore: next !== undefined };
  }
}

async function firstPlace(context: Context): Promise<Place> {
  const { id } = await fetchMe(context);
  return { userId: id, stream: 'mentions' };
}

function nextStream({ userId, stream }: Place, settings: XSettings): Place | undefined {
  const isOn = { mentions: true, search: !!settings.searchQuery, messages: settings.readsDirectMessages };
  const next = STREAMS.slice(STREAMS.indexOf(stream) + 1).find((name) => isOn[name]);
  return next && { userId, stream: next };
}

function readPlace(cursor: string): Place {
  try {
    return placeSchema.parse(JSON.parse(cursor));
  } catch {
    throw new ConnectorError('cursor-expired', 'The stored place of the backfill cannot be read');
  }
}

/** X takes times to the second. */
function isoSeconds(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}
