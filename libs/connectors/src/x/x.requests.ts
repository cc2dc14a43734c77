import type { ConnectorContext } from '@app/connector-kit';
import { callX, X_IDLE_TIMEOUT_MS } from './x.client.js';
import { unrecognisedAnswer } from './x.errors.js';
import { xCreatedPostSchema, xMeSchema, xPageSchema, type XPage } from './x.payload.js';
import { explainEmptyAnswer } from './x.problems.js';
import type { XSettings } from './x.settings.js';

type Context = ConnectorContext<XSettings>;

/** Where a sweep over the mentions begins; `{}` is the newest ones, wherever they end. */
export interface XWindow {
  readonly since_id?: string;
  /** ISO 8601. */
  readonly start_time?: string;
}

/**
 * Referenced posts are not expanded: each would be charged as a post read, several times the mention's own price, and
 * `referenced_tweets` already names them.
 */
const FIELDS = {
  max_results: 100,
  expansions: 'author_id,attachments.media_keys,geo.place_id',
  'tweet.fields':
    'author_id,created_at,conversation_id,in_reply_to_user_id,referenced_tweets,attachments,geo,lang,note_tweet,edit_controls',
  'user.fields': 'name,username',
  'media.fields': 'media_key,type,url,preview_image_url,alt_text,variants',
  'place.fields': 'full_name,geo,place_type',
};

/** The account that the keys belong to. */
export async function fetchMe(context: Context): Promise<{ id: string; username: string }> {
  const body: unknown = await callX(context, 'read', (api) =>
    api.get('users/me', { 'user.fields': 'name,username' }, { timeout: X_IDLE_TIMEOUT_MS }),
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
  const body: unknown = await callX(context, 'read', (api) =>
    api.get(
      'users/:id/mentions',
      { ...FIELDS, ...window, ...(token !== undefined && { pagination_token: token }) },
      { params: { id: userId }, timeout: X_IDLE_TIMEOUT_MS },
    ),
  );
  const page = xPageSchema.safeParse(body);
  if (!page.success || !(page.data.data || page.data.meta || page.data.errors)) {
    throw unrecognisedAnswer('read', 'with something that is not a page of mentions');
  }
  const { data, meta, errors } = page.data;
  if (!data && !meta && errors) throw explainEmptyAnswer(errors);
  return page.data;
}

/** Posts a reply; X itself puts the handles of the conversation in front. */
export async function createReply(context: Context, text: string, inReplyTo: string): Promise<string> {
  const body: unknown = await callX(context, 'post', (api) =>
    api.post('tweets', { text, reply: { in_reply_to_tweet_id: inReplyTo } }, { timeout: X_IDLE_TIMEOUT_MS }),
  );
  const created = xCreatedPostSchema.safeParse(body);
  if (!created.success) throw unrecognisedAnswer('post', 'without the id of a new post');
  return created.data.data.id;
}
