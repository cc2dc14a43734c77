import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConnectorContext, PullPage } from '@app/connector-kit';
import { InMemoryUsageMeter, TEST_NOW, testContext } from '@app/connector-kit/testing';
import { startXDouble, type XDouble } from '../../../../test/support/x-double.js';
import { createXConnector } from './x.connector.js';
import { xSettingsSchema, type XSettings } from './x.settings.js';

const minutesAgo = (minutes: number) => new Date(TEST_NOW.getTime() - minutes * 60_000);

describe('pulling mentions from X', () => {
  let x: XDouble;
  let context: ConnectorContext<XSettings>;
  let usage: InMemoryUsageMeter;
  let connector: ReturnType<typeof createXConnector>;

  beforeEach(async () => {
    x = await startXDouble({ handle: 'PemkotContoh' });
    usage = new InMemoryUsageMeter();
    context = testContext(xSettingsSchema.parse(x.settings), { usage });
    connector = createXConnector();
  });
  afterEach(() => x.stop());

  const fetchPage = (cursor: string | null): Promise<PullPage> => connector.pull!.fetchPage(cursor, context);
  const idsOf = (page: PullPage) =>
    page.events.map((event) => (event.status === 'readable' ? event.externalId : null));
  const mention = (text: string, minutes: number) =>
    x.sendMention({ text: `@PemkotContoh ${text}`, handle: 'siti', sentAt: minutesAgo(minutes) }).id;
  /** Fetches as the host does: each page's cursor is stored before the next page. */
  const sweep = async (from: string | null) => {
    const ids: (string | null)[] = [];
    let cursor = from;
    for (let hasMore = true; hasMore;) {
      const page = await fetchPage(cursor);
      ids.push(...idsOf(page));
      cursor = page.nextCursor ?? cursor;
      hasMore = page.hasMore;
    }
    return { ids, cursor };
  };
  const mentionRequests = () => x.requests.filter(({ url }) => url.pathname.endsWith('/mentions'));

  it('begins with the latest hundred mentions and leaves the history behind them alone', async () => {
    const ids = Array.from({ length: 150 }, (_, index) => mention(`laporan ${index}`, 1000 - index));
    const first = await fetchPage(null);
    expect(idsOf(first)).toEqual(ids.slice(50));
    expect(first.hasMore).toBe(false);
    expect((await sweep(first.nextCursor)).ids).toEqual([]);
  });

  it('gives each mention its conversation, so that a thread stays on one worker', async () => {
    const { id, conversationId } = x.sendMention({ text: '@PemkotContoh banjir', handle: 'siti' });
    x.sendMention({ text: '@PemkotContoh masih banjir', handle: 'budi', replyTo: id });
    const { events } = await fetchPage(null);
    expect(events).toMatchObject([{ conversationKey: conversationId }, { conversationKey: conversationId }]);
  });

  it('reads everything new over several pages and then nothing twice', async () => {
    mention('lama', 900);
    const { cursor } = await sweep(null);
    const ids = Array.from({ length: 250 }, (_, index) => mention(`baru ${index}`, 800 - index));
    const second = await sweep(cursor);
    expect(second.ids).toHaveLength(250);
    expect(new Set(second.ids)).toEqual(new Set(ids));
    expect((await sweep(second.cursor)).ids).toEqual([]);
  });

  it('repeats pages after a crash in the middle of a sweep, and skips none', async () => {
    mention('lama', 900);
    const { cursor } = await sweep(null);
    const ids = Array.from({ length: 250 }, (_, index) => mention(`baru ${index}`, 800 - index));
    const newestPage = await fetchPage(cursor);
    // The crash: the page was never stored, so neither was its cursor. Meanwhile another mention came.
    const late = mention('saat mati', 1);
    const again = await sweep(cursor);
    expect(new Set(again.ids)).toEqual(new Set([...ids, late]));
    // And a crash after the first page was stored.
    const rest = await sweep(newestPage.nextCursor);
    expect(new Set([...idsOf(newestPage), ...rest.ids])).toEqual(new Set(ids));
    expect((await sweep(rest.cursor)).ids).toEqual([late]);
  });

  it('reads a mention that X shows only after later ones', async () => {
    mention('lebih dulu terlihat', 2);
    const { cursor } = await sweep(null);
    const late = mention('terlambat muncul', 5);
    expect((await sweep(cursor)).ids).toContain(late);
  });

  it('reads everything when the first mentions come after an empty start', async () => {
    const { cursor } = await sweep(null);
    const ids = Array.from({ length: 120 }, (_, index) => mention(`pertama ${index}`, 300 - index));
    expect(new Set((await sweep(cursor)).ids)).toEqual(new Set(ids));
  });

  it('begins the sweep anew when X has forgotten the page it was at', async () => {
    mention('lama', 900);
    const { cursor } = await sweep(null);
    const ids = Array.from({ length: 150 }, (_, index) => mention(`baru ${index}`, 800 - index));
    const page = await fetchPage(cursor);
    x.forgetPaginationTokens();
    const rest = await sweep(page.nextCursor);
    expect(new Set(rest.ids)).toEqual(new Set(ids));
  });

  it('asks by time when X no longer takes the id of the last mention', async () => {
    mention('lama', 900);
    const { cursor } = await sweep(null);
    const id = mention('baru', 800);
    x.failNext({ endpoint: 'mentions', answer: rejectedParameter('since_id') });
    expect((await sweep(cursor)).ids).toContain(id);
    expect(mentionRequests().at(-1)?.url.searchParams.get('start_time')).toBe(minutesAgo(900).toISOString());
  });

  it('says what may be missing when X takes neither id nor time', async () => {
    mention('lama', 900);
    const { cursor } = await sweep(null);
    x.failNext({ endpoint: 'mentions', answer: rejectedParameter('since_id') });
    x.failNext({ endpoint: 'mentions', answer: rejectedParameter('start_time') });
    await expect(fetchPage(cursor)).rejects.toMatchObject({
      code: 'cursor-expired',
      message: expect.stringMatching(/2026-11-23T11:00:00.*may be missing/),
    });
  });

  it('begins again when the stored position cannot be read', async () => {
    await expect(fetchPage('{"sinceId":7}')).rejects.toMatchObject({ code: 'cursor-expired' });
  });

  it('begins again for the account of new keys', async () => {
    const id = mention('untuk akun ini', 5);
    const other = JSON.stringify({ userId: '900000000000000009', sinceId: '99999999999999999' });
    const page = await fetchPage(other);
    expect(idsOf(page)).toEqual([id]);
    expect(JSON.parse(page.nextCursor ?? '')).toMatchObject({ userId: x.account.id });
  });

  it('stores a post that it cannot read under its id, and its neighbours as usual', async () => {
    const before = mention('sebelum', 30);
    x.sendRaw({ id: String(BigInt(before) + 1n), conversation_id: 'not an id' });
    const after = mention('sesudah', 20);
    const { events } = await fetchPage(null);
    expect(events).toMatchObject([
      { externalId: before },
      { status: 'readable', externalId: String(BigInt(before) + 1n) },
      { externalId: after },
    ]);
    const odd = events[1];
    if (odd?.status !== 'readable') throw new Error('The odd post was not filed');
    expect(() => connector.normalise({ ...odd, receivedAt: TEST_NOW })).toThrow(/cannot be read/);
  });

  it('gives an edited post as an edit of its first version', async () => {
    const id = mention('lampu mati', 30);
    const { cursor } = await sweep(null);
    const edited = x.editMention(id, '@PemkotContoh lampu mati di RT 05').id;
    const { events } = await fetchPage(cursor);
    expect(events).toMatchObject([{ externalId: edited }]);
    const event = events[0];
    if (event?.status !== 'readable') throw new Error('The edit is missing');
    expect(connector.normalise({ ...event, receivedAt: TEST_NOW })).toMatchObject({
      kind: 'edit',
      messageExternalId: id,
      text: '@PemkotContoh lampu mati di RT 05',
      message: { sentAt: minutesAgo(30).toISOString() },
    });
  });

  it('waits until the time that X gives when the rate limit is reached', async () => {
    const reset = TEST_NOW.getTime() / 1000 + 420;
    const headers = { 'x-rate-limit-reset': String(reset) };
    x.failNext({
      answer: { status: 429, headers, body: { title: 'Too Many Requests', type: 'about:blank' } },
    });
    await expect(fetchPage(null)).rejects.toMatchObject({
      code: 'rate-limited',
      until: new Date(reset * 1000),
    });
  });

  it('charges each mention and each author once a day, at the price of X', async () => {
    mention('satu', 5);
    mention('dua', 4);
    const { cursor } = await sweep(null);
    await sweep(cursor);
    const sums = usage.entries.map(({ item, quantity, costRupiah }) => ({ item, quantity, costRupiah }));
    expect(sums).toEqual([
      { item: 'user-read', quantity: 1, costRupiah: 165 },
      { item: 'owned-read', quantity: 2, costRupiah: 33 },
      { item: 'user-read', quantity: 1, costRupiah: 165 },
    ]);
  });

  it('asks X nothing more once the month’s budget is spent', async () => {
    await usage.add('owned-read', 1, 500_000);
    await expect(fetchPage(null)).rejects.toMatchObject({
      code: 'budget-exhausted',
      until: new Date('2026-12-01T00:00:00.000Z'),
    });
    expect(await connector.health(context)).toMatchObject({
      status: 'degraded',
      reason: expect.stringContaining('Rp 500.000 of Rp 500.000'),
    });
    expect(x.requests).toEqual([]);
  });
});

function rejectedParameter(parameter: string) {
  return {
    status: 400,
    body: {
      title: 'Invalid Request',
      type: 'https://api.x.com/2/problems/invalid-request',
      errors: [{ parameters: { [parameter]: ['x'] }, message: `'${parameter}' must be newer` }],
    },
  };
}
