import type { BackfillSource, ConnectorContext } from '@app/connector-kit';
import { callGraph, listGraph, parseGraphDelivery } from '@app/graph-api';
import { z } from 'zod';
import { facebookParts } from './facebook.events.js';
import type { FacebookSettings } from './facebook.settings.js';
import { PAGE_WEBHOOK } from './facebook.webhook.js';

const DAY_MS = 86_400_000;
/** Comments come in for long after the post: posts of this time are looked through. */
const POST_AGE_MS = 30 * DAY_MS;
const AUTHOR = 'from{id,name}';
const COMMENT_FIELDS = `id,${AUTHOR},message,created_time,parent{id}`;
const COMMENTS_PER_POST = 50;
const FIELDS = [
  `id,${AUTHOR},message,created_time`,
  `comments.filter(stream).order(reverse_chronological).limit(${COMMENTS_PER_POST}){${COMMENT_FIELDS}}`,
].join(',');

const authorSchema = z.looseObject({ id: z.string(), name: z.string().optional() }).nullish();
const commentSchema = z.looseObject({
  id: z.string(),
  from: authorSchema,
  message: z.string().nullish(),
  created_time: z.string(),
  parent: z.looseObject({ id: z.string() }).nullish(),
});
const postSchema = z.looseObject({
  id: z.string(),
  from: authorSchema,
  message: z.string().nullish(),
  created_time: z.string(),
  comments: z
    .looseObject({
      data: z.array(commentSchema),
      paging: z.looseObject({ next: z.string().optional() }).optional(),
    })
    .nullish(),
});
const feedSchema = z.looseObject({
  data: z.array(postSchema),
  paging: z
    .looseObject({
      next: z.string().optional(),
      cursors: z.looseObject({ after: z.string() }).optional(),
    })
    .optional(),
});
type Comment = z.infer<typeof commentSchema>;
type Post = z.infer<typeof postSchema>;
type Context = ConnectorContext<FacebookSettings>;

/** Posts of visitors and comments, as the webhook would have told them. Messenger gives no history. */
export const facebookBackfill: BackfillSource<FacebookSettings> = {
  reachMs: POST_AGE_MS,

  async fetchPage(span, cursor, context) {
    const { pageId } = context.settings;
    const since = String(Math.floor((span.from.getTime() - POST_AGE_MS) / 1000));
    const query = { fields: FIELDS, limit: '25', since, ...(cursor === null ? {} : { after: cursor }) };
    const { data, paging } = await callGraph(context, { path: `${pageId}/feed`, query }, feedSchema);
    const changes: object[] = [];
    for (const post of data) changes.push(...(await changesOf(post, span, context)));
    const nextCursor = paging?.next === undefined ? null : (paging.cursors?.after ?? null);
    // The way through the parser that deliveries take gives the same names, so nothing is doubled.
    const entry = [{ id: pageId, time: Math.floor(span.to.getTime() / 1000), changes }];
    const bytes = Buffer.from(JSON.stringify({ object: PAGE_WEBHOOK.object, entry }));
    return {
      events: changes.length === 0 ? [] : parseGraphDelivery(bytes, PAGE_WEBHOOK.object, facebookParts),
      nextCursor,
      hasMore: nextCursor !== null,
    };
  },
};

async function changesOf(
  post: Post,
  span: { readonly from: Date; readonly to: Date },
  context: Context,
): Promise<object[]> {
  const isWithin = ({ created_time: at }: { readonly created_time: string }) =>
    Date.parse(at) >= span.from.getTime() && Date.parse(at) <= span.to.getTime();
  const own = isWithin(post) ? [added('status', post.id, undefined, post)] : [];
  const comments = (await commentsOf(post, span.from, context)).filter(isWithin);
  return [...own, ...comments.map((comment) => added('comment', post.id, comment, comment))];
}

/** The newest are with the post; when all of them lie in the span there may be more. */
async function commentsOf({ id, comments }: Post, from: Date, context: Context): Promise<readonly Comment[]> {
  const data = comments?.data ?? [];
  const oldest = data.at(-1);
  const mayGoOn =
    comments?.paging?.next !== undefined && oldest && Date.parse(oldest.created_time) > from.getTime();
  if (!mayGoOn) return data;
  const query = { fields: COMMENT_FIELDS, filter: 'stream', order: 'reverse_chronological' };
  return listGraph(context, { path: `${id}/comments`, query }, commentSchema);
}

function added(item: string, postId: string, comment: Comment | undefined, piece: Post | Comment): object {
  return {
    field: 'feed',
    value: {
      item,
      verb: 'add',
      post_id: postId,
      ...(comment ? { comment_id: comment.id, parent_id: comment.parent?.id ?? postId } : {}),
      ...(piece.from ? { from: piece.from } : {}),
      message: piece.message ?? '',
      created_time: Math.floor(Date.parse(piece.created_time) / 1000),
    },
  };
}
