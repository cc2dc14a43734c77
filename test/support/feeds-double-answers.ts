import type { RecordedRequest } from '@app/connector-kit/testing';

export const LOCATION = 'accounts/1/locations/2';
export const CHANNEL = 'UCcontractcontractcontr1';
const OWN_DID = 'did:plc:pemkot';
const THREADS_SCOPES = ['basic', 'read_replies', 'manage_replies', 'manage_mentions'].map(
  (s) => `threads_${s}`,
);
/** Smaller than the platforms', so that some readings take several. */
const PAGE = 3;

export interface Written {
  readonly number: number;
  readonly at: string;
  readonly text: string;
}

/** @returns what the platform with this path answers when all of this was written there; undefined: no such path */
export function feedsAnswer({ method, path, query }: RecordedRequest, all: readonly Written[]): unknown {
  return (
    threadsAnswer(path, query, all) ??
    mastodonAnswer(path, query, all) ??
    blueskyAnswer(path, query, all) ??
    youtubeAnswer(method, path, query, all) ??
    googleAnswer(method, path, query, all)
  );
}

type Query = Readonly<Record<string, string>>;

/** The newest first, behind the one that `token` names. */
function pageOf(all: readonly Written[], token: string | undefined): { page: Written[]; next?: string } {
  const older = all.filter(({ number }) => token === undefined || number < Number(token)).toReversed();
  const page = older.slice(0, PAGE);
  const last = page.at(-1);
  return { page, ...(older.length > PAGE && last && { next: String(last.number) }) };
}

function mastodonAnswer(path: string, query: Query, all: readonly Written[]): unknown {
  const status = ({ number, at, text }: Written) => ({
    ...{ id: String(1_150_000 + number), created_at: at, edited_at: null, visibility: 'public' },
    ...{ content: `<p>@pemkot ${text}</p>`, in_reply_to_id: null, media_attachments: [] },
    account: { id: String(number), acct: `warga_${number}@warga.example`, display_name: `Warga ${number}` },
  });
  if (path.endsWith('/verify_credentials')) return { id: '1', acct: 'pemkot' };
  if (path.endsWith('/api/v1/notifications')) {
    const behind = all.filter(({ number }) => number > Number(query['min_id'] ?? 0));
    return behind
      .map((one) => ({ id: String(one.number), type: 'mention', status: status(one) }))
      .toReversed();
  }
  const [, id] = /\/api\/v1\/statuses\/(\d+)$/.exec(path) ?? [];
  const found = all.find(({ number }) => String(1_150_000 + number) === id);
  return found && status(found);
}

function blueskyAnswer(path: string, query: Query, all: readonly Written[]): unknown {
  const did = (number: number) => `did:plc:warga${number}`;
  const uri = (number: number) => `at://${did(number)}/app.bsky.feed.post/3k${number}`;
  const record = ({ text, at }: Written) => ({ $type: 'app.bsky.feed.post', text, createdAt: at });
  if (path.endsWith('createSession')) return { accessJwt: 'jwt', did: OWN_DID, handle: 'pemkot.example' };
  if (path.endsWith('getSession')) return { did: OWN_DID, handle: 'pemkot.example' };
  if (path.endsWith('listNotifications')) {
    const { page, next } = pageOf(all, query['cursor']);
    const notifications = page.map((one) => ({
      ...{ uri: uri(one.number), cid: `cid${one.number}`, reason: 'mention', indexedAt: one.at },
      author: { did: did(one.number), handle: `warga${one.number}.example` },
      record: record(one),
    }));
    return { notifications, ...(next && { cursor: next }) };
  }
  if (!path.endsWith('getPosts')) return undefined;
  return {
    posts: all.map((one) => ({ uri: uri(one.number), cid: `cid${one.number}`, record: record(one) })),
  };
}

function youtubeAnswer(method: string, path: string, query: Query, all: readonly Written[]): unknown {
  const comment = ({ number, at, text }: Written) => ({
    id: `Ugz${number}`,
    snippet: {
      ...{ textDisplay: text, authorDisplayName: `@warga-${number}`, publishedAt: at, updatedAt: at },
      authorChannelId: { value: `UCwarga${number}` },
    },
  });
  if (path === '/youtube/v3/channels') return { items: [{ id: CHANNEL, snippet: { title: 'Pemkot' } }] };
  if (path === '/youtube/v3/comments') {
    return method === 'POST' ? { id: 'Ugz-answer' } : { items: all.map(comment) };
  }
  if (path !== '/youtube/v3/commentThreads') return undefined;
  const { page, next } = pageOf(all, query['pageToken']);
  const items = page.map((one) => ({
    id: `Ugz${one.number}`,
    snippet: {
      ...{ channelId: CHANNEL, videoId: 'video0001', totalReplyCount: 0 },
      topLevelComment: comment(one),
    },
  }));
  return { items, ...(next && { nextPageToken: next }) };
}

function googleAnswer(method: string, path: string, query: Query, all: readonly Written[]): unknown {
  if (method === 'PUT') return { comment: 'kept', updateTime: new Date().toISOString() };
  if (path !== `/v4/${LOCATION}/reviews`) return undefined;
  const { page, next } = pageOf(all, query['pageToken']);
  const reviews = page.map(({ number, at, text }) => ({
    ...{ name: `${LOCATION}/reviews/${number}`, starRating: 'TWO', comment: text },
    ...{ createTime: at, updateTime: at, reviewer: { displayName: `Warga ${number}` } },
  }));
  return { reviews, ...(next && { nextPageToken: next }) };
}

/** Every other one mentions the profile, the others stand below a post of it. */
function threadsAnswer(path: string, query: Query, all: readonly Written[]): unknown {
  const profile = { id: '99', username: 'pemkot' };
  const own = { id: '18001', timestamp: new Date().toISOString(), has_replies: true };
  const posts = (isMention: boolean) => {
    const those = all.filter(({ number, at }) => (number % 2 === 1) === isMention && isWithin(at, query));
    const { page, next } = pageOf(those, query['after']);
    const data = page.map(({ number, at, text }) => ({
      ...{ id: `18${1_000 + number}`, username: `warga_${number}`, text, timestamp: at },
      ...(isMention ? {} : { is_reply: true, root_post: own, replied_to: own }),
    }));
    return { data, ...(next && { paging: { cursors: { after: next }, next: 'there is more' } }) };
  };
  switch (path) {
    case '/v1.0/me':
      return profile;
    case '/v1.0/debug_token':
      return { data: { is_valid: true, expires_at: 0, scopes: THREADS_SCOPES } };
    case '/v1.0/me/mentions':
      return posts(true);
    case '/v1.0/me/threads':
      return { data: [own] };
    case `/v1.0/${own.id}/conversation`:
      return posts(false);
    default:
      return undefined;
  }
}

/** Between the seconds `since` and `until`, where the question names them. */
function isWithin(at: string, { since = '0', until = 'Infinity' }: Query): boolean {
  const seconds = Date.parse(at) / 1000;
  return seconds >= Number(since) && seconds <= Number(until);
}
