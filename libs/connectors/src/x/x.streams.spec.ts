import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConnectorContext, PullPage } from '@app/connector-kit';
import { InMemoryUsageMeter, TEST_NOW, testContext } from '@app/connector-kit/testing';
import { startXDouble, type XDouble } from '../../../../test/support/x-double.js';
import { createXConnector } from './x.connector.js';
import { xSettingsSchema, type XSettings } from './x.settings.js';

const SITI = { id: '800000000000000101', name: 'Siti', username: 'siti' };
const DAY_MS = 24 * 3_600_000;

describe('what is read from X beside the mentions', () => {
  let x: XDouble;
  let now: Date;
  let usage: InMemoryUsageMeter;
  let connector: ReturnType<typeof createXConnector>;
  let context: ConnectorContext<XSettings>;

  beforeEach(async () => {
    // The double stamps what it is sent without a time with the true one.
    now = new Date();
    x = await startXDouble();
    usage = new InMemoryUsageMeter();
    connector = createXConnector();
    context = contextWith({});
  });
  afterEach(() => x.stop());

  const contextWith = (more: object) =>
    testContext(
      xSettingsSchema.parse({
        ...x.settings,
        searchQuery: '(banjir OR "jalan rusak") lang:in',
        readsDirectMessages: true,
        ...more,
      }),
      { usage, now: () => now },
    );
  const fetchPage = (cursor: string | null): Promise<PullPage> => connector.pull!.fetchPage(cursor, context);
  const read = (page: PullPage) =>
    page.events.map((event) => {
      if (event.status === 'unreadable') throw new Error(event.reason);
      return connector.normalise({ ...event, receivedAt: TEST_NOW });
    });
  const texts = (page: PullPage) =>
    read(page).map((event) => (event.kind === 'message' ? event.message.text : event.kind));
  const later = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

  it('brings mentions, search hits and direct messages in one page, each once', async () => {
    x.sendMention({ text: '@PemkotContoh lampu mati', handle: 'siti' });
    x.sendPost({ text: 'banjir lagi di Sangatta', handle: 'budi' });
    x.sendPost({ text: 'cuaca cerah', handle: 'budi' });
    x.messages.send({ text: 'Selokan mampet', from: SITI });
    const first = await fetchPage(null);
    expect(texts(first)).toEqual(['@PemkotContoh lampu mati', 'banjir lagi di Sangatta', 'Selokan mampet']);
    later(70_000);
    x.messages.send({ text: 'Masih mampet', from: SITI });
    x.sendPost({ text: 'banjir makin tinggi', handle: 'budi' });
    const second = await fetchPage(first.nextCursor);
    expect(texts(second)).toContain('banjir makin tinggi');
    expect(texts(second)).toContain('Masih mampet');
  });

  it('asks X for no reposts and nothing of our own in a search', async () => {
    await fetchPage(null);
    const search = x.requests.find(({ url }) => url.pathname.endsWith('/search/recent'));
    expect(search?.url.searchParams.get('query')).toBe(
      `((banjir OR "jalan rusak") lang:in) -is:retweet -from:${x.account.id}`,
    );
  });

  it('tells a hit that cannot be answered from one that mentions us', async () => {
    x.sendPost({ text: 'banjir @PemkotContoh', handle: 'siti' });
    const { id } = x.sendPost({ text: 'banjir di mana-mana', handle: 'budi' });
    const conversations = read(await fetchPage(null)).map((event) =>
      event.kind === 'message' ? event.message.conversation.externalId : event.kind,
    );
    expect(conversations).toEqual([expect.stringMatching(/^\d+$/), `found/${id}`]);
  });

  it('reads direct messages over several pages without a gap', async () => {
    x.messages.send({ text: 'lama', from: SITI });
    const { nextCursor } = await fetchPage(null);
    const wanted = Array.from({ length: 230 }, (_, index) => `pesan ${index}`);
    for (const text of wanted) x.messages.send({ text, from: SITI });
    const got = new Set<string>();
    let cursor = nextCursor;
    for (let round = 0; round < 4; round += 1) {
      later(70_000);
      const page = await fetchPage(cursor);
      texts(page).forEach((text) => got.add(text));
      cursor = page.nextCursor ?? cursor;
    }
    expect([...got].filter((text) => text.startsWith('pesan')).sort()).toEqual(wanted.sort());
  });

  it('does not ask for direct messages more often than X allows', async () => {
    let cursor: string | null = null;
    for (let second = 0; second < 60; second += 15) {
      cursor = (await fetchPage(cursor)).nextCursor ?? cursor;
      later(15_000);
    }
    expect(x.requests.filter(({ url }) => url.pathname === '/2/dm_events')).toHaveLength(1);
  });

  it('goes on with the mentions when X refuses direct messages, and says so', async () => {
    const refusal = {
      status: 403,
      body: { type: 'https://api.x.com/2/problems/oauth1-permissions', detail: 'no DM permission' },
    };
    x.failNext({ endpoint: 'messages', answer: refusal });
    x.sendMention({ text: '@PemkotContoh lampu mati', handle: 'siti' });
    const page = await fetchPage(null);
    expect(texts(page)).toEqual(['@PemkotContoh lampu mati']);
    expect(await connector.health(context)).toMatchObject({
      status: 'degraded',
      reason: expect.stringMatching(/direct messages has stopped.*Read and write and Direct message/),
    });
    later(16 * 60_000);
    x.messages.send({ text: 'Selokan mampet', from: SITI });
    expect(texts(await fetchPage(page.nextCursor))).toContain('Selokan mampet');
    expect(await connector.health(context)).toMatchObject({ status: 'healthy' });
  });

  it('begins a search anew when X no longer reaches back to where it stopped', async () => {
    const { nextCursor } = await fetchPage(null);
    const old = JSON.parse(nextCursor ?? '{}') as object;
    const cursor = JSON.stringify({ ...old, search: { sinceId: '1000000000000000000' } });
    for (const parameter of ['since_id', 'start_time']) {
      const body = { errors: [{ parameters: { [parameter]: ['x'] }, message: 'too old' }] };
      x.failNext({ endpoint: 'search', answer: { status: 400, body } });
    }
    const page = await fetchPage(cursor);
    expect(JSON.parse(page.nextCursor ?? '{}')).not.toHaveProperty('search');
    later(16 * 60_000);
    x.sendPost({ text: 'banjir baru', handle: 'budi' });
    expect(texts(await fetchPage(page.nextCursor))).toContain('banjir baru');
  });

  it('hears of a citizen’s deletion a day later, once, and keeps the others', async () => {
    const gone = x.sendMention({ text: '@PemkotContoh salah kirim', handle: 'siti' }).id;
    x.sendMention({ text: '@PemkotContoh tetap ada', handle: 'budi' });
    const { nextCursor } = await fetchPage(null);
    x.deleteMention(gone);
    later(DAY_MS);
    const page = await fetchPage(nextCursor);
    expect(read(page)).toContainEqual({
      kind: 'deletion',
      messageExternalId: gone,
      deletedAt: now.toISOString(),
    });
    later(DAY_MS / 2);
    expect(read(await fetchPage(page.nextCursor)).map(({ kind }) => kind)).not.toContain('deletion');
  });

  it('leaves deletions alone when money is short or nobody wants to know', async () => {
    x.sendMention({ text: '@PemkotContoh tetap ada', handle: 'budi' });
    const { nextCursor } = await fetchPage(null);
    await usage.add('owned-read', 1, 410_000);
    later(DAY_MS);
    await fetchPage(nextCursor);
    context = contextWith({ deletionCheckDays: 0 });
    expect((await fetchPage(null)).nextCursor).not.toContain('watch');
    expect(x.requests.filter(({ url }) => url.pathname === '/2/tweets')).toEqual([]);
  });

  it('reads behind a webhook at leisure, at the price that X charges for deliveries', async () => {
    context = contextWith({ mode: 'webhook', searchQuery: undefined });
    x.sendMention({ text: '@PemkotContoh lampu mati', handle: 'siti' });
    const { nextCursor } = await fetchPage(null);
    later(60_000);
    expect(await fetchPage(nextCursor)).toEqual({ events: [], nextCursor: null, hasMore: false });
    expect(usage.entries).toContainEqual(expect.objectContaining({ item: 'post-read', costRupiah: 82.5 }));
  });

  it('fetches what was missed in a span of time, of every stream', async () => {
    x.sendMention({ text: '@PemkotContoh sebelum', handle: 'siti', sentAt: minutesAgo(90) });
    x.sendMention({ text: '@PemkotContoh selama', handle: 'siti', sentAt: minutesAgo(30) });
    x.sendPost({ text: 'banjir selama', handle: 'budi', sentAt: minutesAgo(20) });
    x.messages.send({ text: 'pesan selama', from: SITI });
    const span = { from: minutesAgo(60), to: new Date(now.getTime() + 60_000) };
    const found: string[] = [];
    let cursor: string | null = null;
    for (let hasMore = true; hasMore;) {
      const page: PullPage = await connector.backfill!.fetchPage(span, cursor, context);
      found.push(...texts(page));
      ({ nextCursor: cursor, hasMore } = page);
    }
    expect(found).toEqual(['@PemkotContoh selama', 'banjir selama', 'pesan selama']);
    expect(connector.backfill?.reachMs).toBeLessThanOrEqual(7 * DAY_MS);
  });
});
