import type { ParsedEvent } from '@app/connector-kit';
import { z } from 'zod';
import { askMastodon, type MastodonContext } from './mastodon.api.js';
import type { MastodonCursor } from './mastodon.cursor.js';
import { notMastodon } from './mastodon.errors.js';
import { deletionEvent, statusEvent } from './mastodon.events.js';

type Watch = MastodonCursor['watch'];

const DAY_MS = 24 * 3_600_000;
const MOST_WATCHED = 200;
/** Looked at with every check: a request each, of 300 in five minutes. */
const AT_ONCE = 5;

const versionSchema = z.looseObject({
  id: z.string().min(1),
  created_at: z.string(),
  edited_at: z.string().nullish(),
});

/** Remembers new statuses, behind those that wait already. */
export function watchNew(watch: Watch, events: readonly ParsedEvent[], context: MastodonContext): Watch {
  const earliest = context.now().getTime() - context.settings.watchDays * DAY_MS;
  const known = new Set(watch.map(({ id }) => id));
  const found = events.flatMap((event) => {
    if (event.status !== 'readable') return [];
    const status = versionSchema.safeParse((event.payload as { status?: unknown }).status).data;
    if (!status || known.has(status.id) || Date.parse(status.created_at) < earliest) return [];
    return [{ id: status.id, editedAt: status.edited_at ?? null }];
  });
  return context.settings.watchDays === 0 ? [] : [...watch, ...found].slice(-MOST_WATCHED);
}

/** Looks at the next few again: what changed or is gone becomes an event, what is old is forgotten. */
export async function checkNext(
  watch: Watch,
  context: MastodonContext,
): Promise<{ readonly events: ParsedEvent[]; readonly watch: Watch }> {
  const events: ParsedEvent[] = [];
  const kept: Watch = [];
  const earliest = context.now().getTime() - context.settings.watchDays * DAY_MS;
  for (const { id, editedAt } of watch.slice(0, AT_ONCE)) {
    const response = await askMastodon(context, {
      method: 'GET',
      path: `statuses/${encodeURIComponent(id)}`,
    });
    if (response.status === 404) {
      events.push(deletionEvent(id));
      continue;
    }
    const status = versionSchema.safeParse(response.json()).data;
    if (!status) throw notMastodon();
    const version = status.edited_at ?? null;
    if (version !== editedAt) events.push(statusEvent(status));
    if (Date.parse(status.created_at) >= earliest) kept.push({ id, editedAt: version });
  }
  return { events, watch: [...watch.slice(AT_ONCE), ...kept] };
}
