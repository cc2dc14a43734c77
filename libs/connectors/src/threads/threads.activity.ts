import type { ConnectorContext, ParsedEvent } from '@app/connector-kit';
import { callGraph, listGraph } from '@app/graph-api';
import { z } from 'zod';
import { fetchedEvent } from './threads.events.js';
import { POST_FIELDS, postSchema } from './threads.payload.js';
import type { ThreadsSettings } from './threads.settings.js';

type Context = ConnectorContext<ThreadsSettings>;

/** So many of our newest posts are looked through; replies to older ones are not found. */
const OWN_POSTS = 25;
/** Replies come to a post for so long; older posts are left alone. */
export const REACH_MS = 30 * 86_400_000;
/** Meta takes no earlier moment: Threads began then. https://developers.facebook.com/docs/threads/threads-mentions */
const EARLIEST_S = 1_688_540_400;

const itemSchema = z.looseObject({});
const ownPostsSchema = z.looseObject({
  data: z.array(z.looseObject({ id: z.string(), timestamp: z.string(), has_replies: z.boolean().nullish() })),
});

export interface Activity {
  readonly events: readonly ParsedEvent[];
  /** The latest moment in it. */
  readonly latest: Date | null;
}

/** Mentions of us and replies below our posts, the earliest first. @throws ConnectorError */
export async function activityBetween(context: Context, from: Date, to: Date): Promise<Activity> {
  const [mentions, replies] = [await mentionsBetween(context, from, to), await repliesSince(context, from)];
  const found = [
    ...mentions.map((post) => ({ event: fetchedEvent('mentions', post), at: timeOf(post) })),
    ...replies.map((post) => ({ event: fetchedEvent('replies', post), at: timeOf(post) })),
  ].filter(({ at }) => !(at < from.getTime() || at > to.getTime()));
  const times = found.map(({ at }) => at).filter((at) => !Number.isNaN(at));
  return {
    events: found.sort((one, other) => one.at - other.at).map(({ event }) => event),
    latest: times.length > 0 ? new Date(Math.max(...times)) : null,
  };
}

function mentionsBetween(context: Context, from: Date, to: Date): Promise<unknown[]> {
  const since = Math.max(Math.floor(from.getTime() / 1000), EARLIEST_S);
  const until = Math.max(Math.ceil(to.getTime() / 1000), since + 1);
  const query = { fields: POST_FIELDS, since: String(since), until: String(until) };
  return listGraph(context, { path: 'me/mentions', query, hasProof: false }, itemSchema);
}

async function repliesSince(context: Context, from: Date): Promise<unknown[]> {
  const query = { fields: 'id,timestamp,has_replies', limit: String(OWN_POSTS) };
  const own = await callGraph(context, { path: 'me/threads', query, hasProof: false }, ownPostsSchema);
  const living = own.data.filter(
    ({ timestamp, has_replies: hasReplies }) =>
      hasReplies !== false && Date.parse(timestamp) > from.getTime() - REACH_MS,
  );
  const found: unknown[] = [];
  for (const { id } of living) {
    const request = { path: `${id}/conversation`, query: { fields: POST_FIELDS }, hasProof: false };
    found.push(...(await listGraph(context, request, itemSchema)));
  }
  return found;
}

/** @returns NaN for what cannot be read, which is kept whatever is asked for */
function timeOf(post: unknown): number {
  return Date.parse(postSchema.pick({ timestamp: true }).safeParse(post).data?.timestamp ?? '');
}
