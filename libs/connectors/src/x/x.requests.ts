import type { ConnectorContext } from '@app/connector-kit';
import { callX, X_IDLE_TIMEOUT_MS } from './x.client.js';
import { unrecognisedAnswer } from './x.errors.js';
import {
  xCreatedMessageSchema,
  xCreatedPostSchema,
  xMeSchema,
  xPageSchema,
  type XPage,
} from './x.payload.js';
import { explainEmptyAnswer } from './x.problems.js';
import type { XSettings } from './x.settings.js';
import type { XWindow } from './x.sweep.js';

type Context = ConnectorContext<XSettings>;

const IN_TIME = { timeout: X_IDLE_TIMEOUT_MS };
const MEDIA_FIELDS = 'media_key,type,url,preview_image_url,alt_text,variants';

/**
 * Referenced posts are not expanded: each would be charged as a post read, several times the mention's own price, and
 * `referenced_tweets` already names them.
 */
const POST_FIELDS = {
  max_results: 100,
  expansions: 'author_id,attachments.media_keys,geo.place_id',
  'tweet.fields':
    'author_id,created_at,conversation_id,entities,in_reply_to_user_id,referenced_tweets,attachments,geo,lang,note_tweet,edit_controls',
  'user.fields': 'name,username',
  'media.fields': MEDIA_FIELDS,
  'place.fields': 'full_name,geo,place_type',
};

const MESSAGE_FIELDS = {
  max_results: 100,
  event_types: 'MessageCreate',
  expansions: 'sender_id,attachments.media_keys',
  'dm_event.fields': 'id,text,event_type,created_at,dm_conversation_id,sender_id,attachments',
  'user.fields': 'name,username',
  'media.fields': MEDIA_FIELDS,
};

/** The account that the keys belong to. */
export async function fetchMe(context: Context): Promise<{ id: string; username: string }> {
  const body: unknown = await callX(context, 'read', (api) =>
    api.get('users/me', { 'user.fields': 'name,username' }, IN_TIME),
  );
  const me = xMeSchema.safeParse(body);
  if (me.success) return me.data.data;
  const page = xPageSchema.safeParse(body);
  if (page.success && page.data.errors?.length) throw explainEmptyAnswer(page.data.errors);
  throw unrecognisedAnswer('read', 'without telling whose keys these are');
}

/** One page of mentions, newest first. Partial `errors` beside data are X's way of saying "not this part". */
export async function fetchMentions(
  context: Context,
  userId: string,
  window: XWindow,
  token: string | undefined,
): Promise<XPage> {
  const query = { ...POST_FIELDS, ...window, ...(token !== undefined && { pagination_token: token }) };
  return readPage(
    await callX(context, 'read', (api) =>
      api.get('users/:id/mentions', query, { params: { id: userId }, ...IN_TIME }),
    ),
  );
}

/** One page of posts of the last seven days with the connection's keywords, newest first, without our own. */
export async function searchPosts(
  context: Context,
  userId: string,
  window: XWindow,
  token: string | undefined,
): Promise<XPage> {
  const query = `(${context.settings.searchQuery ?? ''}) -is:retweet -from:${userId}`;
  const parameters = { ...POST_FIELDS, ...window, query, ...(token !== undefined && { next_token: token }) };
  return readPage(
    await callX(context, 'read', (api) => api.get('tweets/search/recent', parameters, IN_TIME)),
  );
}

/** One page of the direct messages of the last 30 days, newest first; X offers no `since_id` here. */
export async function fetchMessages(context: Context, token: string | undefined): Promise<XPage> {
  const query = { ...MESSAGE_FIELDS, ...(token !== undefined && { pagination_token: token }) };
  return readPage(await callX(context, 'read', (api) => api.get('dm_events', query, IN_TIME)));
}

/** Looks posts up by id, at most 100; what is gone stands in `errors`. */
export async function lookUpPosts(context: Context, ids: readonly string[]): Promise<XPage> {
  const page = xPageSchema.safeParse(
    await callX(context, 'read', (api) => api.get('tweets', { ids: ids.join(',') }, IN_TIME)),
  );
  if (!page.success || !(page.data.data || page.data.errors)) {
    throw unrecognisedAnswer('read', 'with something that is not a list of posts');
  }
  return page.data;
}

/** What the account has posted since `since`, newest first; with what each answers. */
export async function fetchOwnPosts(context: Context, userId: string, since: Date): Promise<XPage> {
  const query = {
    max_results: 100,
    start_time: `${since.toISOString().slice(0, 19)}Z`,
    'tweet.fields': 'author_id,created_at,referenced_tweets',
  };
  return readPage(
    await callX(context, 'read', (api) =>
      api.get('users/:id/tweets', query, { params: { id: userId }, ...IN_TIME }),
    ),
  );
}

/** Posts a reply; X itself puts the handles of the conversation in front. */
export async function createReply(context: Context, text: string, inReplyTo: string): Promise<string> {
  const body: unknown = await callX(context, 'post', (api) =>
    api.post('tweets', { text, reply: { in_reply_to_tweet_id: inReplyTo } }, IN_TIME),
  );
  const created = xCreatedPostSchema.safeParse(body);
  if (!created.success) throw unrecognisedAnswer('post', 'without the id of a new post');
  return created.data.data.id;
}

/** @param path behind `dm_conversations/`: of a person `with/<id>`, of a group its id */
export async function createMessage(context: Context, path: string, text: string): Promise<string> {
  const body: unknown = await callX(context, 'dm', (api) =>
    api.post(`dm_conversations/${path}/messages`, { text }, IN_TIME),
  );
  const created = xCreatedMessageSchema.safeParse(body);
  if (!created.success) throw unrecognisedAnswer('dm', 'without the id of a new message');
  return created.data.data.dm_event_id;
}

function readPage(body: unknown): XPage {
  const page = xPageSchema.safeParse(body);
  if (!page.success || !(page.data.data || page.data.meta || page.data.errors)) {
    throw unrecognisedAnswer('read', 'with something that is not a page of posts');
  }
  const { data, meta, errors } = page.data;
  if (!data && !meta && errors) throw explainEmptyAnswer(errors);
  return page.data;
}
