import type { ConnectorContext, ParsedEvent } from '@app/connector-kit';
import { charge, hasRoomInBudget } from './x.budget.js';
import type { XCursor } from './x.cursor.js';
import type { DailyReads } from './x.daily-reads.js';
import { firstVersionId } from './x.normalise-post.js';
import { postIds } from './x.page-events.js';
import { xPostSchema } from './x.payload.js';
import { lookUpPosts } from './x.requests.js';
import type { XSettings } from './x.settings.js';
import { snowflakeTime } from './x.snowflake.js';

type Context = ConnectorContext<XSettings>;
type Watch = NonNullable<XCursor['watch']>;

const DAY_MS = 24 * 3_600_000;
/** X looks up no more in one request. */
const MOST_WATCHED = 100;

/** Remembers the first versions of new posts of others; undefined where nobody wants to know about deletions. */
export function watchNew(
  watch: Watch | undefined,
  events: readonly ParsedEvent[],
  ourUserId: string,
  context: Context,
): Watch | undefined {
  const { deletionCheckDays: days } = context.settings;
  if (days === 0) return undefined;
  const now = context.now();
  const found = events.flatMap((event) => {
    if (event.status !== 'readable' || event.kind !== 'post') return [];
    const post = xPostSchema.safeParse((event.payload as { post?: unknown }).post).data;
    return post && post.author_id !== ourUserId ? [firstVersionId(post)] : [];
  });
  const isYoung = (id: string) => (snowflakeTime(id)?.getTime() ?? 0) > now.getTime() - days * DAY_MS;
  const ids = [...new Set([...(watch?.ids ?? []), ...found])].filter(isYoung).slice(-MOST_WATCHED);
  if (!watch && ids.length === 0) return undefined;
  return { ids, checkedAt: watch?.checkedAt ?? now.toISOString() };
}

export function isWatchDue(watch: Watch | undefined, context: Context): watch is Watch {
  return watch !== undefined && context.now().getTime() - new Date(watch.checkedAt).getTime() >= DAY_MS;
}

/** Looks at the watched posts again: X has no event for a citizen's deletion. Nothing is asked while money is short. */
export async function checkWatched(
  watch: Watch,
  context: Context,
  reads: DailyReads,
): Promise<{ readonly events: ParsedEvent[]; readonly watch: Watch }> {
  const checked = { ids: watch.ids, checkedAt: context.now().toISOString() };
  if (watch.ids.length === 0 || !(await hasRoomInBudget(context))) return { events: [], watch: checked };
  const page = await lookUpPosts(context, watch.ids);
  const seen = postIds(page).map((id) => `post ${id}`);
  await charge(context, 'post-read', reads.countNew(context.settings.apiKey, seen, context.now()));
  const gone = (page.errors ?? []).flatMap(({ type, resource_id: id }) =>
    type?.endsWith('/resource-not-found') && typeof id === 'string' && watch.ids.includes(id) ? [id] : [],
  );
  return {
    events: gone.map((id) => ({
      status: 'readable',
      kind: 'deletion',
      externalId: id,
      conversationKey: id,
      payload: { postId: id, deletedAt: checked.checkedAt },
    })),
    watch: { ...checked, ids: watch.ids.filter((id) => !gone.includes(id)) },
  };
}
