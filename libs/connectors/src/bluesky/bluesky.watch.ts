import type { ParsedEvent } from '@app/connector-kit';
import { z } from 'zod';
import type { BlueskyCursor } from './bluesky.cursor.js';
import { notBluesky } from './bluesky.errors.js';
import { deletionEvent } from './bluesky.events.js';
import type { BlueskyContext, BlueskySessions } from './bluesky.sessions.js';

type Watch = NonNullable<BlueskyCursor['watch']>;

/** What one request looks up. */
const MOST_WATCHED = 25;
const BETWEEN_CHECKS_MS = 15 * 60_000;

const postsSchema = z.looseObject({ posts: z.array(z.looseObject({ uri: z.string() })) });

/** Remembers the latest posts. */
export function watchNew(
  watch: Watch | undefined,
  events: readonly ParsedEvent[],
  now: Date,
): Watch | undefined {
  const found = events.flatMap((event) =>
    event.status === 'readable' && event.kind === 'notification' ? [event.externalId] : [],
  );
  const uris = [...new Set([...(watch?.uris ?? []), ...found])].slice(-MOST_WATCHED);
  return uris.length === 0 ? undefined : { uris, checkedAt: watch?.checkedAt ?? now.toISOString() };
}

/** Looks every quarter of an hour whether the latest posts are still there: Bluesky tells of no deletion. */
export async function checkWatched(
  watch: Watch | undefined,
  sessions: BlueskySessions,
  context: BlueskyContext,
): Promise<{ readonly events: ParsedEvent[]; readonly watch: Watch | undefined }> {
  const now = context.now();
  const isDue = watch && now.getTime() - Date.parse(watch.checkedAt) >= BETWEEN_CHECKS_MS;
  if (!isDue || watch.uris.length === 0) return { events: [], watch };
  const query = new URLSearchParams(watch.uris.map((uri): [string, string] => ['uris', uri]));
  const { body } = await sessions.call(context, { method: 'GET', name: `app.bsky.feed.getPosts?${query}` });
  const answer = postsSchema.safeParse(body);
  if (!answer.success) throw notBluesky();
  const there = new Set(answer.data.posts.map(({ uri }) => uri));
  return {
    events: watch.uris.filter((uri) => !there.has(uri)).map(deletionEvent),
    watch: { uris: watch.uris.filter((uri) => there.has(uri)), checkedAt: now.toISOString() },
  };
}
