import { EventEmitter, once } from 'node:events';
import {
  asked,
  escaped,
  geoOf,
  idAt,
  invalid,
  matchesQuery,
  problem,
  PROBLEMS,
  timeOf,
  type Answer,
  type Json,
  type Place,
  type TweetRequest,
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

const newestFirst = (a: Post, b: Post) => (BigInt(a.fields.id) < BigInt(b.fields.id) ? 1 : -1);

interface Post {
  readonly fields: Json & { readonly id: string };
  readonly media: readonly Json[];
  readonly place: Json | undefined;
  readonly isSummons: boolean;
}

/** The posts of the double: who mentions the account, what else is written, and what the account answers. */
export class XDoublePosts {
  readonly account: { readonly id: string; readonly handle: string };
  private readonly posted = new EventEmitter();
  private readonly accounts = new Map<string, { id: string; name: string; username: string }>();
  private readonly sent: SentTweet[] = [];
  private mentions: Post[] = [];
  private readonly others: Post[] = [];
  private sequence = 0n;
  private tokenGeneration = 0;

  constructor(handle: string) {
    this.account = { id: '900000000000000001', handle };
  }

  /** A citizen (or, with our own handle, we ourselves) mentions the account. */
  sendMention(draft: MentionDraft): { readonly id: string; readonly conversationId: string } {
    return this.keep(draft, this.mentions);
  }

  /** A citizen writes something that only a search finds. */
  sendPost(draft: MentionDraft): { readonly id: string; readonly conversationId: string } {
    return this.keep({ isSummons: false, ...draft }, this.others);
  }

  /** The post as a webhook gives it, with its author. */
  pushed(id: string): { readonly payload: Json; readonly includes: Json } {
    const post = [...this.mentions, ...this.others].find(({ fields }) => fields.id === id);
    if (!post) throw new Error(`No post ${id} that could be delivered`);
    return { payload: post.fields, includes: this.includes([post], 'author_id').includes ?? {} };
  }

  private keep(draft: MentionDraft, list: Post[]): { readonly id: string; readonly conversationId: string } {
    const id = this.nextId(draft.sentAt ?? new Date());
    const { answered, references } = this.referencesOf(draft);
    const conversationId = answered ? String(answered.fields['conversation_id']) : (draft.replyTo ?? id);
    const media = (draft.photoUrls ?? []).map((url, index) => ({
      media_key: `3_${id}${index}`,
      type: 'photo',
      url,
    }));
    const place = draft.place && { id: `place${id}`, full_name: draft.place.name, place_type: 'poi' };
    list.push({
      fields: {
        id,
        text: escaped(draft.text),
        edit_history_tweet_ids: [id],
        author_id: this.accountOf(draft).id,
        created_at: timeOf(id),
        conversation_id: conversationId,
        entities: { mentions: this.mentionsIn(draft.text) },
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

  /** From now on X knows none of the pagination tokens that it gave. */
  forgetPaginationTokens(): void {
    this.tokenGeneration += 1;
  }

  protected answerPosts(
    endpoint: 'tweets' | 'mentions' | 'search' | 'lookup' | 'own-posts',
    query: URLSearchParams,
    body: string,
  ): Answer {
    switch (endpoint) {
      case 'tweets':
        return this.takeTweet(JSON.parse(body) as TweetRequest);
      case 'mentions':
        return this.pageOf(this.mentions.toSorted(newestFirst).slice(0, REACHABLE_MENTIONS), query);
      case 'search':
        return this.pageOf(this.found(query.get('query') ?? ''), query);
      case 'lookup':
        return this.lookUp((query.get('ids') ?? '').split(','));
      case 'own-posts':
        return this.ownPosts(query.get('start_time') ?? '');
    }
  }

  private ownPosts(since: string): Answer {
    const data = this.sent
      .filter(({ id }) => timeOf(id) >= since)
      .map(({ id, text, inReplyTo }) => ({
        id,
        // X itself puts the handle of the person in front.
        text: `@siti ${escaped(text)}`,
        author_id: this.account.id,
        ...(inReplyTo && { referenced_tweets: [{ type: 'replied_to', id: inReplyTo }] }),
      }));
    return { status: 200, body: { data: data.toReversed(), meta: { result_count: data.length } } };
  }

  private found(query: string): Post[] {
    return [...this.mentions, ...this.others]
      .filter(({ fields }) => matchesQuery(String(fields['text']), query))
      .toSorted(newestFirst);
  }

  private lookUp(ids: readonly string[]): Answer {
    const all = [...this.mentions, ...this.others].map(({ fields }) => fields);
    const isOf = (id: string) => (fields: Json) =>
      (fields['edit_history_tweet_ids'] as string[]).includes(id);
    const errors = ids
      .filter((id) => !all.some(isOf(id)))
      .map((id) => ({ type: `${PROBLEMS}/resource-not-found`, title: 'Not Found Error', resource_id: id }));
    const data = ids.flatMap((id) =>
      all.some(isOf(id)) ? [{ id, text: '', edit_history_tweet_ids: [id] }] : [],
    );
    return {
      status: 200,
      body: { ...(data.length > 0 && { data }), ...(errors.length > 0 && { errors }) },
    };
  }

  private pageOf(posts: readonly Post[], query: URLSearchParams): Answer {
    const token = query.get('pagination_token') ?? query.get('next_token');
    const [generation, until] = token?.split('-') ?? [];
    if (generation !== undefined && generation !== `g${this.tokenGeneration}`) {
      return invalid('pagination_token', token);
    }
    const since = BigInt(query.get('since_id') ?? 0);
    const startTime = query.get('start_time');
    const size = Number(query.get('max_results') ?? 10);
    const endTime = query.get('end_time');
    const reachable = posts
      .filter(({ fields }) => BigInt(fields.id) > since && (!startTime || timeOf(fields.id) >= startTime))
      .filter(({ fields }) => !endTime || timeOf(fields.id) < endTime)
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

  private mentionsIn(text: string): Json[] {
    return text.includes(`@${this.account.handle}`)
      ? [{ username: this.account.handle, id: this.account.id }]
      : [];
  }

  private accountOf({ handle, name = handle }: MentionDraft) {
    const id =
      handle === this.account.handle ? this.account.id : `80000000000000${1000 + this.accounts.size}`;
    const account = this.accounts.get(handle) ?? { id, name, username: handle };
    this.accounts.set(handle, account);
    return account;
  }

  protected nextId(time: Date): string {
    this.sequence += 1n;
    return idAt(time, this.sequence);
  }
}
