import type { PullPage, PullSource } from '@app/connector-kit';
import { z } from 'zod';
import { askMastodon, type MastodonContext } from './mastodon.api.js';
import { readCursor, writeCursor, type MastodonCursor } from './mastodon.cursor.js';
import { notMastodon } from './mastodon.errors.js';
import { mentionEvent } from './mastodon.events.js';
import type { MastodonSettings } from './mastodon.settings.js';
import { checkNext, watchNew } from './mastodon.watch.js';

const PAGE_SIZE = 40;
const idSchema = z.looseObject({ id: z.string().min(1) });

/**
 * Mentions, upwards from the last one that was read (`min_id` gives the page just behind it). The first call takes the
 * latest 40. Mastodon tells a bot of no edit or deletion: young statuses are looked at again, a few with every check.
 */
export const mastodonPull: PullSource<MastodonSettings> = {
  isEnabled: () => true,
  pauseMs: ({ pollSeconds }) => pollSeconds * 1000,

  async fetchPage(cursor, context): Promise<PullPage> {
    const known: MastodonCursor = cursor === null ? { minId: null, watch: [] } : readCursor(cursor);
    const items = await fetchMentions(known.minId, context);
    // Newest first on the page; a conversation should open with its first post.
    const mentions = items.toReversed().map(mentionEvent);
    const isFull = items.length >= PAGE_SIZE && cursor !== null;
    const checked = isFull ? { events: [], watch: known.watch } : await checkNext(known.watch, context);
    const next = writeCursor({
      minId: newestId(items) ?? known.minId,
      watch: watchNew(checked.watch, mentions, context),
    });
    return {
      events: [...mentions, ...checked.events],
      nextCursor: next === cursor ? null : next,
      hasMore: isFull,
    };
  },
};

async function fetchMentions(minId: string | null, context: MastodonContext): Promise<unknown[]> {
  const query = new URLSearchParams({ 'types[]': 'mention', limit: String(PAGE_SIZE) });
  if (minId !== null) query.set('min_id', minId);
  const response = await askMastodon(context, { method: 'GET', path: `notifications?${query}` });
  const items = response.status === 404 ? undefined : z.array(z.unknown()).safeParse(response.json()).data;
  if (!items) throw notMastodon();
  return items;
}

/** Ids are numbers of any length, compared as such; some servers use words, whose order only they know. */
function newestId(items: readonly unknown[]): string | undefined {
  const ids = items.flatMap((item) => idSchema.safeParse(item).data?.id ?? []);
  if (!ids.every((id) => /^\d+$/.test(id))) return ids[0];
  return ids.reduce<string | undefined>(
    (newest, id) => (newest === undefined || BigInt(id) > BigInt(newest) ? id : newest),
    undefined,
  );
}
