import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConnectorContext, OutboundReply, PullPage } from '@app/connector-kit';
import {
  scriptedServer,
  testContext,
  type RecordedRequest,
  type ScriptedServer,
} from '@app/connector-kit/testing';
import { createBlueskyConnector } from './bluesky.connector.js';
import { linkFacets } from './bluesky.facets.js';
import { recordKey } from './bluesky.record-key.js';
import { blueskySettingsSchema, type BlueskySettings } from './bluesky.settings.js';

const DID = 'did:plc:siticontoh';
const START = Date.parse('2026-11-23T00:00:00.000Z');

/** A server of Bluesky with an account's notifications, and what the account posts. */
class Bluesky {
  readonly posts: { uri: string; at: number; text: string }[] = [];
  readonly records = new Map<string, { text: string; reply: unknown; facets?: unknown }>();
  signIns = 0;
  token = 'first';

  write(text: string, minute: number): string {
    const uri = `at://${DID}/app.bsky.feed.post/${this.posts.length}`;
    this.posts.push({ uri, at: START + minute * 60_000, text });
    return uri;
  }

  remove(uri: string): void {
    this.posts.splice(
      this.posts.findIndex((post) => post.uri === uri),
      1,
    );
  }

  answer({ path, query, headers, json }: RecordedRequest) {
    if (path.endsWith('createSession')) {
      this.signIns += 1;
      return { body: { accessJwt: this.token, did: 'did:plc:pemkot', handle: 'pemkot.example' } };
    }
    if (headers['authorization'] !== `Bearer ${this.token}`) {
      return { status: 400, body: { error: 'ExpiredToken', message: 'Token has expired' } };
    }
    if (path.endsWith('listNotifications')) return { body: this.page(query['cursor']) };
    if (path.endsWith('getPosts')) {
      const known = this.posts.filter(({ uri }) => query['uris'] === uri || this.posts.length < 5);
      return { body: { posts: known.map(({ uri }) => ({ uri, cid: `cid ${uri}`, record: { text: '' } })) } };
    }
    const { rkey, record } = json() as { rkey: string; record: { text: string; reply: unknown } };
    this.records.set(rkey, record);
    return { body: { uri: `at://did:plc:pemkot/app.bsky.feed.post/${rkey}`, cid: 'c' } };
  }

  private page(cursor: string | undefined) {
    const all = this.posts
      .filter(({ at }) => cursor === undefined || at < Number(cursor))
      .toSorted((a, b) => b.at - a.at);
    const page = all.slice(0, 100);
    return {
      notifications: page.map(({ uri, at, text }) => ({
        uri,
        author: { did: DID, handle: 'siti.example' },
        reason: 'mention',
        indexedAt: new Date(at).toISOString(),
        record: { $type: 'app.bsky.feed.post', text, createdAt: new Date(at).toISOString() },
      })),
      ...(page.length > 0 && { cursor: String(page.at(-1)?.at) }),
    };
  }
}

describe('Bluesky', () => {
  let server: ScriptedServer;
  let bluesky: Bluesky;
  let now: Date;
  let context: ConnectorContext<BlueskySettings>;
  let connector: ReturnType<typeof createBlueskyConnector>;

  beforeAll(async () => {
    server = await scriptedServer();
  });
  beforeEach(() => {
    bluesky = new Bluesky();
    server.play((request) => bluesky.answer(request));
    now = new Date(START);
    const settings = blueskySettingsSchema.parse({
      identifier: 'a',
      appPassword: 'b',
      service: server.origin,
    });
    context = testContext(settings, { now: () => now });
    connector = createBlueskyConnector();
  });
  afterAll(() => server.stop());

  const sweep = async (from: string | null) => {
    const texts: string[] = [];
    let cursor = from;
    for (let hasMore = true; hasMore;) {
      const page: PullPage = await connector.pull!.fetchPage(cursor, context);
      for (const event of page.events) {
        if (event.status === 'unreadable') throw new Error(event.reason);
        const read = connector.normalise({ ...event, receivedAt: now });
        texts.push(read.kind === 'message' ? read.message.text : read.kind);
      }
      ({ hasMore } = page);
      cursor = page.nextCursor ?? cursor;
    }
    return { texts, cursor };
  };

  it('reads everything new over several pages and then nothing twice', async () => {
    bluesky.write('lama', 0);
    const { cursor } = await sweep(null);
    const wanted = Array.from({ length: 250 }, (_, index) => `baru ${index}`);
    wanted.forEach((text, index) => bluesky.write(text, 20 + index));
    const second = await sweep(cursor);
    // The last ten minutes are asked for again: their addresses are known.
    expect(second.texts.filter((text) => text !== 'lama').sort()).toEqual([...wanted].sort());
    const third = await sweep(second.cursor);
    expect(third.texts.length).toBeLessThanOrEqual(10);
  });

  it('signs in once, and again when the session has expired', async () => {
    await sweep(null);
    await sweep(null);
    expect(bluesky.signIns).toBe(1);
    bluesky.token = 'second';
    await sweep(null);
    expect(bluesky.signIns).toBe(2);
  });

  it('hears of a deletion when it looks again', async () => {
    bluesky.write('tetap', 0);
    const gone = bluesky.write('salah kirim', 1);
    const { cursor } = await sweep(null);
    bluesky.remove(gone);
    now = new Date(START + 16 * 60_000);
    expect((await sweep(cursor)).texts).toContain('deletion');
  });

  it('answers in the thread, and writes one record however often it is sent', async () => {
    const uri = bluesky.write('jalan rusak', 0);
    const reply: OutboundReply = {
      conversation: { externalId: uri, kind: 'public' },
      inReplyTo: { externalId: uri, sentAt: new Date(START) },
      recipient: { externalId: DID },
      text: 'Sudah 🚧 dicek: https://lapor.example/a.',
      idempotencyKey: 'one',
    };
    const sent = await connector.replies!.send(reply, context);
    expect(await connector.replies!.send(reply, context)).toEqual(sent);
    const parent = { uri, cid: `cid ${uri}` };
    expect([...bluesky.records.values()]).toEqual([
      expect.objectContaining({
        text: reply.text,
        reply: { root: parent, parent },
        facets: [expect.objectContaining({ index: { byteStart: 18, byteEnd: 41 } })],
      }),
    ]);
  });

  it('points out links by their place in UTF-8', () => {
    const text = 'é🚧 (https://a.example/x), lalu https://b.example';
    const found = linkFacets(text).map(({ index, features }) => [
      Buffer.from(text).subarray(index.byteStart, index.byteEnd).toString(),
      features[0]?.['uri'],
    ]);
    expect(found).toEqual([
      ['https://a.example/x', 'https://a.example/x'],
      ['https://b.example', 'https://b.example'],
    ]);
  });

  it('names records in the protocol’s way, alike for the same answer only', () => {
    const at = new Date('2026-11-23T00:00:00Z');
    expect(recordKey('one', at)).toMatch(/^[234567abcdefghij][234567a-z]{12}$/);
    expect(recordKey('one', at)).toBe(recordKey('one', at));
    expect(recordKey('two', at)).not.toBe(recordKey('one', at));
  });
});
