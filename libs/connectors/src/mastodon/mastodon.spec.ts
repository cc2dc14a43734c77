import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConnectorContext, OutboundReply, PullPage } from '@app/connector-kit';
import { scriptedServer, testContext, type ScriptedServer } from '@app/connector-kit/testing';
import { mastodonConnector } from './mastodon.connector.js';
import { textOfHtml } from './mastodon.html.js';
import { mastodonSettingsSchema, type MastodonSettings } from './mastodon.settings.js';

const NOW = new Date('2026-11-24T02:00:00.000Z');

/** A server with an account's mentions, upwards from `min_id` as Mastodon pages them. */
class Mastodon {
  readonly statuses = new Map<string, { id: string; content: string; edited_at: string | null }>();
  private readonly notifications: { id: string; statusId: string }[] = [];

  write(content: string): string {
    const id = String(115_000_000 + this.statuses.size);
    this.statuses.set(id, { id, content, edited_at: null });
    this.notifications.push({ id: String(this.notifications.length + 1), statusId: id });
    return id;
  }

  edit(id: string, content: string): void {
    this.statuses.set(id, { id, content, edited_at: '2026-11-24T01:59:00.000Z' });
  }

  answer(path: string, query: Readonly<Record<string, string>>) {
    if (path.endsWith('/notifications')) return { body: this.page(query['min_id']) };
    const status = this.statuses.get(path.split('/').at(-1) ?? '');
    return status ? { body: this.shape(status) } : { status: 404, body: { error: 'Record not found' } };
  }

  private page(minId: string | undefined) {
    const all = this.notifications.filter(({ statusId }) => this.statuses.has(statusId));
    const page =
      minId === undefined ? all.slice(-40) : all.filter(({ id }) => Number(id) > Number(minId)).slice(0, 40);
    return page
      .toReversed()
      .map(({ id, statusId }) => ({ id, type: 'mention', status: this.shape(this.statuses.get(statusId)!) }));
  }

  private shape(status: { id: string; content: string; edited_at: string | null }) {
    return {
      ...status,
      created_at: '2026-11-24T01:00:00.000Z',
      visibility: 'public',
      account: { id: '1', acct: 'siti' },
      media_attachments: [],
    };
  }
}

describe('Mastodon', () => {
  let server: ScriptedServer;
  let mastodon: Mastodon;
  let context: ConnectorContext<MastodonSettings>;

  beforeAll(async () => {
    server = await scriptedServer();
  });
  beforeEach(() => {
    mastodon = new Mastodon();
    server.play(({ path, query }) => mastodon.answer(path, query));
    const settings = mastodonSettingsSchema.parse({ server: `${server.origin}/`, accessToken: 'a' });
    context = testContext(settings, { now: () => NOW });
  });
  afterAll(() => server.stop());

  const sweep = async (from: string | null) => {
    const read: string[] = [];
    let cursor = from;
    for (let hasMore = true; hasMore;) {
      const page: PullPage = await mastodonConnector.pull!.fetchPage(cursor, context);
      for (const event of page.events) {
        if (event.status === 'unreadable') throw new Error(event.reason);
        const { kind, ...rest } = mastodonConnector.normalise({ ...event, receivedAt: NOW });
        read.push('message' in rest ? `${kind} ${rest.message.text}` : kind);
      }
      ({ hasMore } = page);
      cursor = page.nextCursor ?? cursor;
    }
    return { read, cursor };
  };

  it('reads everything new over several pages, in order, and then nothing twice', async () => {
    mastodon.write('lama');
    const { cursor } = await sweep(null);
    const wanted = Array.from({ length: 95 }, (_, index) => `baru ${index}`);
    wanted.forEach((text) => mastodon.write(text));
    const second = await sweep(cursor);
    expect(second.read).toEqual(wanted.map((text) => `message ${text}`));
    expect((await sweep(second.cursor)).read).toEqual([]);
  });

  it('hears of edits and deletions when it looks again', async () => {
    const edited = mastodon.write('jalan rusak');
    const gone = mastodon.write('salah kirim');
    mastodon.write('tetap');
    const { cursor } = await sweep(null);
    mastodon.edit(edited, 'jalan rusak di RT 05');
    mastodon.statuses.delete(gone);
    const second = await sweep(cursor);
    expect(second.read).toEqual(['edit jalan rusak di RT 05', 'deletion']);
    expect((await sweep(second.cursor)).read).toEqual([]);
  });

  it('looks at a few at a time, all in turn', async () => {
    for (let index = 0; index < 12; index += 1) mastodon.write(`kiriman ${index}`);
    let { cursor } = await sweep(null);
    const before = server.requests.length;
    for (let round = 0; round < 3; round += 1) ({ cursor } = await sweep(cursor));
    const looked = server.requests.slice(before).filter(({ path }) => path.includes('/statuses/'));
    expect(looked).toHaveLength(15);
    expect(new Set(looked.map(({ path }) => path)).size).toBe(12);
  });

  it('answers as visibly as it was asked, names the citizen, and can be sent again', async () => {
    server.play({ body: { id: '99', url: 'https://kota.example/@pemkot/99' } });
    const reply: OutboundReply = {
      conversation: { externalId: 'direct/1', kind: 'private' },
      inReplyTo: { externalId: '115', sentAt: NOW },
      recipient: { externalId: '1', handle: 'siti@warga.example' },
      text: 'Baik, kami cek.',
      idempotencyKey: 'answer-1',
    };
    expect(await mastodonConnector.replies!.send(reply, context)).toEqual({
      externalId: '99',
      status: 'sent',
      permalink: 'https://kota.example/@pemkot/99',
    });
    expect(server.requests[0]?.headers['idempotency-key']).toBe('answer-1');
    expect(server.requests[0]?.json()).toEqual({
      status: '@siti@warga.example Baik, kami cek.',
      in_reply_to_id: '115',
      visibility: 'direct',
      language: 'id',
    });
  });

  it.each([
    ['<p>Satu</p><p>Dua<br>Tiga</p>', 'Satu\n\nDua\nTiga'],
    ['<p>&lt;b&gt; &amp;amp; &#39;x&#39; &#x1F6A7;&nbsp;!</p>', "<b> &amp; 'x' 🚧 !"],
    ['&unknown; &#99999999;', '&unknown; &#99999999;'],
    ['', ''],
  ])('reads the text of %s', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });
});
