import { scriptedServer, type RecordedRequest, type ScriptedAnswer } from '@app/connector-kit/testing';

const LOCATION = 'accounts/1/locations/2';
const CHANNEL = 'UCcontractcontractcontr1';
const OWN_DID = 'did:plc:pemkot';
/** So far apart that no platform's late arrivals bring one again that was read: only the cursor does. */
const APART_MS = 20 * 60_000;
/** Smaller than the platforms', so that some readings take several. */
const PAGE = 3;

interface Written {
  readonly number: number;
  readonly at: string;
  readonly text: string;
}

/** Mastodon, Bluesky, YouTube and Google reviews behind one address: whatever is written stands on all of them. */
export class FeedsDouble {
  private server!: Awaited<ReturnType<typeof scriptedServer>>;
  private readonly all: Written[] = [];
  private readonly beginning = Date.now() - 10 * 86_400_000;
  isRevoked = false;

  async start(): Promise<this> {
    this.server = await scriptedServer((request) => this.answer(request));
    return this;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  write(text: string): void {
    const number = this.all.length + 1;
    this.all.push({ number, text, at: new Date(this.beginning + number * APART_MS).toISOString() });
  }

  /** What was posted, the latest last. */
  get sent(): unknown[] {
    return this.server.requests
      .filter(({ method, path }) => method !== 'GET' && path !== '/token')
      .map((request) => request.json());
  }

  /** Settings of a connection that leads here, by channel. */
  get settings(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
    const { origin } = this.server;
    const google = {
      clientId: 'double-client',
      clientSecret: 'double-client-secret',
      refreshToken: 'double-refresh-token',
      signInUrl: `${origin}/token`,
    };
    return {
      mastodon: { server: origin, accessToken: 'secret', pollSeconds: 15 },
      bluesky: { identifier: 'pemkot.example', appPassword: 'secret', service: origin, pollSeconds: 15 },
      youtube: { channelId: CHANNEL, ...google, pollSeconds: 30, apiRoot: `${origin}/youtube/v3` },
      'google-business': { location: LOCATION, ...google, pollSeconds: 60, apiRoot: `${origin}/v4` },
    };
  }

  private answer({ method, path, query }: RecordedRequest): ScriptedAnswer {
    if (this.isRevoked) {
      return path === '/token'
        ? { status: 400, body: { error: 'invalid_grant', error_description: 'Token has been revoked.' } }
        : { status: 401, body: { error: 'AuthenticationRequired' } };
    }
    if (path === '/token') return { body: { access_token: 'double-access', expires_in: 3_599 } };
    const body =
      mastodonAnswer(path, query, this.all) ??
      blueskyAnswer(path, query, this.all) ??
      youtubeAnswer(method, path, query, this.all) ??
      googleAnswer(method, path, query, this.all);
    return body === undefined ? { status: 404, body: { error: `There is no ${path}` } } : { body };
  }
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
