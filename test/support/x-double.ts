import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  asked,
  endpointOf,
  escaped,
  geoOf,
  idAt,
  invalid,
  problem,
  PROBLEMS,
  respond,
  timeOf,
  type Answer,
  type Json,
  type Place,
  type TweetRequest,
  type XEndpoint,
} from './x-double-answers.js';

/** X shows no more than this many of the newest mentions, however often one asks for the next page. */
const REACHABLE_MENTIONS = 800;

export interface MentionDraft {
  readonly text: string;
  /** Without @. The same handle is the same account. */
  readonly handle: string;
  readonly name?: string;
  /** Post that this one answers; its conversation is taken over. */
  readonly replyTo?: string;
  readonly quotes?: string;
  readonly reposts?: string;
  /** The whole text of a long post; `text` is then its beginning. */
  readonly longText?: string;
  readonly photoUrls?: readonly string[];
  readonly place?: Place;
  readonly sentAt?: Date;
  /** False: in the timeline by way of the thread only, so that X lets no app answer it. */
  readonly isSummons?: boolean;
}

export interface SentTweet {
  readonly id: string;
  readonly text: string;
  readonly inReplyTo: string | undefined;
}

/** A fault for the next request, or the next `times` of them, to one of the endpoints or to any. */
export interface XFault {
  readonly endpoint?: XEndpoint;
  readonly times?: number;
  /** `hang` never answers; `cut` closes the connection after reading; `cut-after-taking` does what was asked first. */
  readonly answer:
    | 'hang'
    | 'cut'
    | 'cut-after-taking'
    | {
        readonly status: number;
        readonly headers?: Readonly<Record<string, string>>;
        readonly body?: unknown;
      };
}

interface Post {
  readonly fields: Json & { readonly id: string };
  readonly media: readonly Json[];
  readonly place: Json | undefined;
  readonly isSummons: boolean;
}

/** A double of the part of X's API v2 that Wadah uses, after its documentation. For twitter-api-v2 as it is. */
export async function startXDouble(options: { readonly handle?: string } = {}): Promise<XDouble> {
  const double = new XDouble(options.handle ?? 'PemkotContoh');
  await double.listen();
  return double;
}

export class XDouble {
  readonly account: { readonly id: string; readonly handle: string };
  readonly requests: { readonly method: string; readonly url: URL }[] = [];
  private readonly server = createServer((request, response) => {
    // A client may leave in the middle of its request.
    this.serve(request, response).catch(() => response.destroy());
  });
  private readonly posted = new EventEmitter();
  private readonly accounts = new Map<string, { id: string; name: string; username: string }>();
  private readonly faults: { left: number; readonly fault: XFault }[] = [];
  private readonly sent: SentTweet[] = [];
  private mentions: Post[] = [];
  private sequence = 0n;
  private tokenGeneration = 0;

  constructor(handle: string) {
    this.account = { id: '900000000000000001', handle };
  }

  async listen(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Settings of a connection that leads here. */
  get settings() {
    return {
      apiKey: 'double-api-key',
      apiSecret: 'double-api-secret',
      accessToken: `${this.account.id}-double-access-token`,
      accessSecret: 'double-access-secret',
      pollSeconds: 15,
      endpoint: this.endpoint,
    };
  }

  /** A citizen (or, with our own handle, we ourselves) mentions the account. */
  sendMention(draft: MentionDraft): { readonly id: string; readonly conversationId: string } {
    const id = this.nextId(draft.sentAt ?? new Date());
    const { answered, references } = this.referencesOf(draft);
    const conversationId = answered ? String(answered.fields['conversation_id']) : (draft.replyTo ?? id);
    const media = (draft.photoUrls ?? []).map((url, index) => ({
      media_key: `3_${id}${index}`,
      type: 'photo',
      url,
    }));
    const place = draft.place && { id: `place${id}`, full_name: draft.place.name, place_type: 'poi' };
    this.mentions.push({
      fields: {
        id,
        text: escaped(draft.text),
        edit_history_tweet_ids: [id],
        author_id: this.accountOf(draft).id,
        created_at: timeOf(id),
        conversation_id: conversationId,
        ...(references.length > 0 && { referenced_tweets: references }),
        ...(draft.longText !== undefined && { note_tweet: { text: escaped(draft.longText) } }),
        ...(media.length > 0 && { attachments: { media_keys: media.map((item) => item.media_key) } }),
        ...(place && draft.place && { geo: geoOf(place.id, draft.place) }),
      },
      media,
      place,
      isSummons: draft.isSummons ?? true,
    });
    return { id, conversationId };
  }

  /** The citizen edits the post: it gets a new id, and the timeline shows the new version only. */
  editMention(id: string, text: string): { readonly id: string } {
    const post = this.mentions.find(({ fields }) => fields.id === id);
    if (!post) throw new Error(`No mention ${id} that could be edited`);
    const newId = this.nextId(new Date());
    const history = [...(post.fields['edit_history_tweet_ids'] as string[]), newId];
    const fields = { ...post.fields, id: newId, text: escaped(text), edit_history_tweet_ids: history };
    this.mentions = [...this.mentions.filter((other) => other !== post), { ...post, fields }];
    return { id: newId };
  }

  deleteMention(id: string): void {
    this.mentions = this.mentions.filter(({ fields }) => fields.id !== id);
  }

  /** Puts a mention into the timeline exactly as given, e.g. one that no reader understands. */
  sendRaw(fields: Json & { readonly id: string }): void {
    this.mentions.push({ fields, media: [], place: undefined, isSummons: true });
  }

  tweets(): readonly SentTweet[] {
    return [...this.sent];
  }

  /** The first reply, already there or to come, that `matches`. */
  async waitForTweet(
    matches: (tweet: SentTweet) => boolean = () => true,
    timeoutMs = 10_000,
  ): Promise<SentTweet> {
    const signal = AbortSignal.timeout(timeoutMs);
    for (;;) {
      const found = this.sent.find(matches);
      if (found) return found;
      await once(this.posted, 'tweet', { signal });
    }
  }

  failNext(fault: XFault): void {
    this.faults.push({ left: fault.times ?? 1, fault });
  }

  /** From now on X knows none of the pagination tokens that it gave. */
  forgetPaginationTokens(): void {
    this.tokenGeneration += 1;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', 'https://api.x.com');
    this.requests.push({ method: request.method ?? '', url });
    const endpoint = endpointOf(`${request.method} ${url.pathname}`);
    const fault = this.takeFault(endpoint);
    if (fault === 'hang') return;
    if (fault === 'cut') return void response.destroy();
    if (typeof fault === 'object') return respond(response, fault);
    const answer = this.isSigned(request)
      ? this.answer(endpoint, url, Buffer.concat(chunks).toString())
      : problem(401, 'about:blank', 'Unauthorized', 'Unauthorized');
    if (fault === 'cut-after-taking') return void response.destroy();
    respond(response, answer);
  }

  private takeFault(endpoint: XEndpoint | undefined): XFault['answer'] | undefined {
    const waiting = this.faults.find(
      ({ left, fault }) => left > 0 && (fault.endpoint ?? endpoint) === endpoint,
    );
    if (waiting) waiting.left -= 1;
    return waiting?.fault.answer;
  }

  private isSigned({ headers: { authorization = '' } }: IncomingMessage): boolean {
    const { apiKey, accessToken } = this.settings;
    const part = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(authorization)?.[1];
    return (
      part('oauth_consumer_key') === apiKey &&
      part('oauth_token') === accessToken &&
      !!part('oauth_signature')
    );
  }

  private answer(endpoint: XEndpoint | undefined, url: URL, body: string): Answer {
    const { id, handle } = this.account;
    if (endpoint === 'me') return { status: 200, body: { data: { id, name: handle, username: handle } } };
    if (endpoint === 'tweets') return this.takeTweet(JSON.parse(body) as TweetRequest);
    if (endpoint === 'mentions' && url.pathname.includes(`/${id}/`))
      return this.pageOfMentions(url.searchParams);
    return problem(
      404,
      `${PROBLEMS}/resource-not-found`,
      'Not Found Error',
      'Could not find what was asked for.',
    );
  }

  private pageOfMentions(query: URLSearchParams): Answer {
    const [generation, until] = query.get('pagination_token')?.split('-') ?? [];
    if (generation !== undefined && generation !== `g${this.tokenGeneration}`) {
      return invalid('pagination_token', query.get('pagination_token'));
    }
    const since = BigInt(query.get('since_id') ?? 0);
    const startTime = query.get('start_time');
    const size = Number(query.get('max_results') ?? 10);
    const reachable = this.mentions
      .toSorted((a, b) => (BigInt(a.fields.id) < BigInt(b.fields.id) ? 1 : -1))
      .slice(0, REACHABLE_MENTIONS)
      .filter(({ fields }) => BigInt(fields.id) > since && (!startTime || timeOf(fields.id) >= startTime))
      .filter(({ fields }) => !until || BigInt(fields.id) < BigInt(until));
    const page = reachable.slice(0, size);
    const [newest, oldest] = [page[0]?.fields.id, page.at(-1)?.fields.id];
    if (page.length === 0) return { status: 200, body: { meta: { result_count: 0 } } };
    const next = reachable.length > size ? { next_token: `g${this.tokenGeneration}-${oldest}` } : {};
    return {
      status: 200,
      body: {
        data: page.map(({ fields }) => asked(fields, query.get('tweet.fields'))),
        ...this.includes(page, query.get('expansions') ?? ''),
        meta: { result_count: page.length, newest_id: newest, oldest_id: oldest, ...next },
      },
    };
  }

  private includes(page: readonly Post[], expansions: string): { includes?: Json } {
    const authors = new Set(page.map(({ fields }) => fields['author_id']));
    const users = [...this.accounts.values()].filter(({ id }) => authors.has(id));
    const media = page.flatMap((post) => post.media);
    const places = page.flatMap((post) => post.place ?? []);
    const includes = {
      ...(expansions.includes('author_id') && users.length > 0 && { users }),
      ...(expansions.includes('attachments.media_keys') && media.length > 0 && { media }),
      ...(expansions.includes('geo.place_id') && places.length > 0 && { places }),
    };
    return Object.keys(includes).length > 0 ? { includes } : {};
  }

  /** The rule of February 2026: only a post whose author summoned the account can be answered by an app. */
  private takeTweet({ text, reply }: TweetRequest): Answer {
    const forbidden = (detail: string) => problem(403, 'about:blank', 'Forbidden', detail);
    const target = reply?.in_reply_to_tweet_id;
    const answered = this.mentions.find(({ fields }) =>
      (fields['edit_history_tweet_ids'] as string[] | undefined)?.includes(target ?? ''),
    );
    if (target && !answered) {
      return forbidden('You attempted to reply to a Post that is deleted or not visible to you.');
    }
    if (answered && !answered.isSummons) {
      return forbidden('Reply to this conversation is not allowed because the author has not mentioned you.');
    }
    if (this.sent.some((tweet) => tweet.text === text)) {
      return forbidden('You are not allowed to create a Tweet with duplicate content.');
    }
    const tweet = { id: this.nextId(new Date()), text, inReplyTo: target };
    this.sent.push(tweet);
    this.posted.emit('tweet');
    return { status: 201, body: { data: { id: tweet.id, text, edit_history_tweet_ids: [tweet.id] } } };
  }

  private referencesOf({ replyTo, quotes, reposts }: MentionDraft) {
    const answered = this.mentions.find(({ fields }) => fields.id === replyTo);
    const references = [
      ...(replyTo ? [{ type: 'replied_to', id: replyTo }] : []),
      ...(quotes ? [{ type: 'quoted', id: quotes }] : []),
      ...(reposts ? [{ type: 'retweeted', id: reposts }] : []),
    ];
    return { answered, references };
  }

  private accountOf({ handle, name = handle }: MentionDraft) {
    const id =
      handle === this.account.handle ? this.account.id : `80000000000000${1000 + this.accounts.size}`;
    const account = this.accounts.get(handle) ?? { id, name, username: handle };
    this.accounts.set(handle, account);
    return account;
  }

  private nextId(time: Date): string {
    this.sequence += 1n;
    return idAt(time, this.sequence);
  }
}
