import type { BackfillSource } from '@app/connector-kit';
import { callGraph, parseGraphDelivery } from '@app/graph-api';
import { z } from 'zod';
import { instagramParts } from './instagram.events.js';
import type { InstagramSettings } from './instagram.settings.js';
import { INSTAGRAM_WEBHOOK } from './instagram.webhook.js';

/** So many of the newest posts are looked through, page by page; comments to older ones are not found. */
const POSTS_PER_PAGE = 25;
const REACH_MS = 30 * 86_400_000;
const COMMENT = 'id,text,timestamp,from';
const FIELDS = `id,timestamp,comments.limit(50){${COMMENT},replies.limit(50){${COMMENT}}}`;

const commentSchema = z.looseObject({
  id: z.string(),
  text: z.string().nullish(),
  timestamp: z.string(),
  from: z.looseObject({ id: z.string(), username: z.string().optional() }).nullish(),
});
const threadSchema = commentSchema.extend({
  replies: z.looseObject({ data: z.array(commentSchema) }).nullish(),
});
const mediaSchema = z.looseObject({
  data: z.array(
    z.looseObject({
      id: z.string(),
      timestamp: z.string(),
      comments: z.looseObject({ data: z.array(threadSchema) }).nullish(),
    }),
  ),
  paging: z
    .looseObject({ next: z.string().optional(), cursors: z.looseObject({ after: z.string() }).optional() })
    .optional(),
});

/** Comments, as the webhook would have told them. Direct messages have no history that may be fetched. */
export const instagramBackfill: BackfillSource<InstagramSettings> = {
  reachMs: REACH_MS,

  async fetchPage({ from, to }, cursor, context) {
    const { accountId } = context.settings;
    const query = {
      fields: FIELDS,
      limit: String(POSTS_PER_PAGE),
      ...(cursor === null ? {} : { after: cursor }),
    };
    const { data, paging } = await callGraph(context, { path: `${accountId}/media`, query }, mediaSchema);
    const isWithin = (at: string) => Date.parse(at) >= from.getTime() && Date.parse(at) <= to.getTime();
    const entry = data.flatMap(({ id: mediaId, comments }) =>
      (comments?.data ?? []).flatMap((thread) =>
        [
          { ...thread, parent: undefined },
          ...(thread.replies?.data ?? []).map((one) => ({ ...one, parent: thread.id })),
        ]
          .filter(({ timestamp }) => isWithin(timestamp))
          .map((comment) => entryOf(accountId, mediaId, comment)),
      ),
    );
    const reachesOn = data.some(({ timestamp }) => Date.parse(timestamp) > from.getTime() - REACH_MS);
    const nextCursor = paging?.next && reachesOn ? (paging.cursors?.after ?? null) : null;
    // The way through the parser that deliveries take gives the same names, so nothing is doubled.
    const bytes = Buffer.from(JSON.stringify({ object: INSTAGRAM_WEBHOOK.object, entry }));
    return {
      events: entry.length === 0 ? [] : parseGraphDelivery(bytes, INSTAGRAM_WEBHOOK.object, instagramParts),
      nextCursor,
      hasMore: nextCursor !== null,
    };
  },
};

/** The time of a delivery's entry is that of the comment. */
function entryOf(
  accountId: string,
  mediaId: string,
  comment: z.infer<typeof commentSchema> & { parent?: string | undefined },
): object {
  const { id, text, from, parent, timestamp } = comment;
  const value = {
    id,
    text: text ?? '',
    ...(from ? { from } : {}),
    ...(parent ? { parent_id: parent } : {}),
    media: { id: mediaId },
  };
  return {
    id: accountId,
    time: Math.floor(Date.parse(timestamp) / 1000),
    changes: [{ field: 'comments', value }],
  };
}
