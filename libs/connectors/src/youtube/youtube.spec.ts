import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConnectorContext, PullPage } from '@app/connector-kit';
import {
  scriptedServer,
  testContext,
  type RecordedRequest,
  type ScriptedAnswer,
  type ScriptedServer,
} from '@app/connector-kit/testing';
import { youtubeConnector } from './youtube.connector.js';
import { youtubeSettingsSchema, type YoutubeSettings } from './youtube.settings.js';

const NOW = new Date('2026-11-24T02:00:00.000Z');
const CHANNEL = 'UCcontractcontractcontr1';
const PAGE = 100;

interface Comment {
  readonly id: string;
  readonly text: string;
  readonly at: string;
  readonly editedAt?: string;
}

/** A channel's threads, newest first, with at most one reply beside each, as YouTube may. */
class YouTube {
  threads: (Comment & { replies: Comment[] })[] = [];
  /** Pages behind the first are not given. */
  refusesPages = false;
  pagesGiven = Infinity;
  token = 'first';

  write(text: string): string {
    const number = this.threads.length;
    const at = new Date(NOW.getTime() - 86_400_000 + number * 1_000).toISOString();
    const id = `Ug${number}`;
    this.threads.unshift({ id, text, at, replies: [] });
    return id;
  }

  reply(threadId: string, text: string): void {
    const thread = this.threads.find(({ id }) => id === threadId)!;
    const number = thread.replies.length;
    thread.replies.unshift({ id: `${threadId}.${number}`, text, at: `2026-11-24T01:00:0${number}.000Z` });
  }

  answer = ({ path, query, headers }: RecordedRequest): ScriptedAnswer => {
    if (path === '/token') return { body: { access_token: this.token, expires_in: 3_599 } };
    if (headers['authorization'] !== `Bearer ${this.token}`) return { status: 401, body: {} };
    if (path.endsWith('/commentThreads')) return this.page(Number(query['pageToken'] ?? '0'));
    if (query['parentId'] !== undefined) {
      const thread = this.threads.find(({ id }) => id === query['parentId']);
      return { body: { items: thread?.replies.map(shape) } };
    }
    const ids = query['id']?.split(',') ?? [];
    return { body: { items: this.threads.filter(({ id }) => ids.includes(id)).map(({ id }) => ({ id })) } };
  };

  private page(number: number): ScriptedAnswer {
    if (number > 0 && this.refusesPages)
      return { status: 400, body: { error: { errors: [{ reason: 'invalidPageToken' }] } } };
    const items = this.threads.slice(number * PAGE, (number + 1) * PAGE).map((thread) => ({
      id: thread.id,
      snippet: { videoId: 'v', totalReplyCount: thread.replies.length, topLevelComment: shape(thread) },
      replies: { comments: thread.replies.slice(0, 1).map(shape) },
    }));
    const isMore = (number + 1) * PAGE < this.threads.length && number + 1 < this.pagesGiven;
    return { body: { items, ...(isMore && { nextPageToken: String(number + 1) }) } };
  }
}

function shape({ id, text, at, editedAt = at }: Comment) {
  const author = { authorDisplayName: '@sari', authorChannelId: { value: 'UCsari' } };
  return { id, snippet: { textDisplay: text, publishedAt: at, updatedAt: editedAt, ...author } };
}

describe('YouTube', () => {
  let server: ScriptedServer;
  let youtube: YouTube;
  let context: ConnectorContext<YoutubeSettings>;

  beforeAll(async () => {
    server = await scriptedServer();
  });
  beforeEach(() => {
    youtube = new YouTube();
    server.play(youtube.answer);
    const settings = youtubeSettingsSchema.parse({
      channelId: CHANNEL,
      clientId: 'client-id-1',
      clientSecret: 'client-secret',
      refreshToken: crypto.randomUUID(),
      apiRoot: server.origin,
      signInUrl: `${server.origin}/token`,
    });
    context = testContext(settings, { now: () => NOW });
  });
  afterAll(() => server.stop());

  const sweep = async (from: string | null) => {
    const read: string[] = [];
    const missed: PullPage['missed'][] = [];
    let cursor = from;
    for (let hasMore = true; hasMore;) {
      const page = await youtubeConnector.pull!.fetchPage(cursor, context);
      for (const event of page.events) {
        if (event.status === 'unreadable') throw new Error(event.reason);
        const { kind, ...rest } = youtubeConnector.normalise({ ...event, receivedAt: NOW });
        read.push('message' in rest ? `${kind} ${rest.message.text}` : kind);
      }
      if (page.missed) missed.push(page.missed);
      ({ hasMore } = page);
      cursor = page.nextCursor ?? cursor;
    }
    return { read, cursor, missed };
  };

  it('reads everything new over several pages, and then nothing twice', async () => {
    youtube.write('lama');
    const { cursor } = await sweep(null);
    const wanted = Array.from({ length: 250 }, (_, index) => `baru ${index}`);
    wanted.forEach((text) => youtube.write(text));
    const second = await sweep(cursor);
    expect(new Set(second.read)).toEqual(new Set(wanted.map((text) => `message ${text}`)));
    expect(second.read).toHaveLength(250);
    const third = await sweep(second.cursor);
    expect([third.read, third.missed]).toEqual([[], []]);
  });

  it('hears of replies to older threads, of edits, and of deletions, at one unit a check', async () => {
    const [old = '', gone = ''] = ['jalan rusak', 'salah kirim', 'tetap'].map((text) => youtube.write(text));
    const { cursor } = await sweep(null);
    youtube.reply(old, 'satu');
    youtube.reply(old, 'dua');
    youtube.threads = youtube.threads
      .filter(({ id }) => id !== gone)
      .map((one) => (one.text === 'tetap' ? { ...one, text: 'berubah', editedAt: NOW.toISOString() } : one));
    const second = await sweep(cursor);
    expect(second.read.sort()).toEqual(
      ['deletion', 'edit berubah', 'message dua', 'message jalan rusak', 'message satu'].sort(),
    );
    const before = server.requests.length;
    expect((await sweep(second.cursor)).read).toEqual([]);
    expect(server.requests.length - before).toBe(1);
  });

  it('tells which span YouTube does not give: no further page, or one that is refused', async () => {
    youtube.write('lama');
    const { cursor } = await sweep(null);
    Array.from({ length: 300 }, (_, index) => youtube.write(`baru ${index}`));
    const from = new Date(NOW.getTime() - 86_400_000);
    youtube.pagesGiven = 2;
    const ended = await sweep(cursor);
    expect([ended.read.length, ended.missed]).toEqual([
      200,
      [{ from, to: new Date(from.getTime() + 101_000) }],
    ]);
    youtube.pagesGiven = Infinity;
    youtube.refusesPages = true;
    const refused = await sweep(cursor);
    expect([refused.read.length, refused.missed]).toEqual([
      100,
      [{ from, to: new Date(from.getTime() + 201_000) }],
    ]);
    expect((await sweep(refused.cursor)).read).toEqual([]);
  });

  it('signs in again when the token ended before its time, and says when that is refused', async () => {
    await sweep(null);
    youtube.token = 'second';
    youtube.write('lagi');
    expect((await sweep(null)).read).toEqual(['message lagi']);
    server.play({ status: 400, body: { error: 'invalid_grant' } });
    context = { ...context, settings: { ...context.settings, refreshToken: 'revoked-token' } };
    expect(await youtubeConnector.health(context)).toMatchObject({
      status: 'needs-reauthorisation',
      reason: expect.stringContaining('invalid_grant'),
    });
  });

  it('waits until midnight in California when the day’s quota is used up', async () => {
    server.play(({ path }) =>
      path === '/token'
        ? { body: { access_token: 'a', expires_in: 3_599 } }
        : { status: 403, body: { error: { errors: [{ reason: 'quotaExceeded' }] } } },
    );
    await expect(sweep(null)).rejects.toMatchObject({
      code: 'rate-limited',
      until: new Date('2026-11-24T08:00:00.000Z'),
    });
  });
});
