import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tallyIsBalanced } from '@app/ingestion';
import { accept, type Connector, type ParsedEvent } from '@app/connector-kit';
import { scriptedServer, testContext } from '@app/connector-kit/testing';
import { CONNECTORS } from '@app/connectors';
import { startDrainHarness, telegramUpdate, type DrainHarness } from '../support/drain-harness.js';

let harness: DrainHarness;
beforeAll(async () => {
  harness = await startDrainHarness();
});
afterAll(() => harness.close());
beforeEach(() => harness.query('truncate raw_events, reports, messages, contacts, conversations cascade'));

const states = async () =>
  (await harness.query<{ state: string }>('select state from raw_events order by id')).map(
    ({ state }) => state,
  );
const messages = () => harness.query<{ text: string }>('select text from messages order by sent_at, id');
const installed = (code: string): Connector => {
  const found = CONNECTORS.find(({ descriptor }) => descriptor.code === code);
  if (!found) throw new Error(`${code} is not installed`);
  return found;
};
const idsOf = (events: readonly ParsedEvent[]) =>
  events.map((event) => (event.status === 'readable' ? event.externalId : null));

describe('W1: uniqueness', () => {
  it('is a constraint of the database: fifty deliveries at once are one message', async () => {
    const update = telegramUpdate(1, { text: 'Jembatan lapuk' });
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => harness.record([update, update])));
    expect(outcomes.reduce((sum, { stored }) => sum + stored, 0)).toBe(1);
    await Promise.all([harness.drain(), harness.drain(), harness.drain()]);
    expect(await messages()).toHaveLength(1);
    const copy = `insert into raw_events (connection_id, kind, external_id, conversation_key, lane, payload)
      select connection_id, kind, external_id, conversation_key, lane, payload from raw_events`;
    await expect(harness.query(copy)).rejects.toThrow('raw_events_once');
  });
});

describe('W2: a transaction that fails', () => {
  it('takes nothing with it: the same event is handled by the next attempt, once', async () => {
    await harness.record([telegramUpdate(1, { text: 'Pipa bocor di Munthe' })]);
    await harness.query(`create function break_off() returns trigger language plpgsql as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`);
    await harness.query('create trigger break_off after insert on messages execute function break_off()');
    await expect(harness.drain()).rejects.toThrow();
    expect(await states()).toEqual(['pending']);
    expect(await messages()).toEqual([]);
    await harness.query('drop trigger break_off on messages');
    await harness.drain();
    await harness.record([telegramUpdate(1, { text: 'Pipa bocor di Munthe' })]);
    await harness.drain();
    expect(await states()).toEqual(['shown']);
    expect(await messages()).toHaveLength(1);
  });
});

describe('W4: a delivery of many', () => {
  const entries = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 });

  it('is as many events on Telegram, whichever of them cannot be read', () => {
    const { webhook } = installed('telegram');
    fc.assert(
      fc.property(entries, (readable) => {
        const body = readable.map((isReadable, index) =>
          isReadable ? { update_id: index, message: { message_id: index, chat: { id: 7 } } } : { odd: index },
        );
        const verdict = accept({
          method: 'POST',
          headers: {},
          query: {},
          rawBody: Buffer.from(JSON.stringify(body)),
        });
        if (verdict.verdict !== 'accepted') throw new Error('It was not accepted');
        const expected = readable.map((isReadable, index) => (isReadable ? String(index) : null));
        expect(idsOf(webhook?.parse(verdict.request) ?? [])).toEqual(expected);
      }),
    );
  });

  it('is as many events on X, whichever of them cannot be read', async () => {
    const server = await scriptedServer();
    const x = installed('x');
    const settings = x.descriptor.settingsSchema.parse({
      ...{ apiKey: 'a', apiSecret: 'b', accessToken: '1-c', accessSecret: 'd' },
      endpoint: server.origin,
    });
    try {
      await fc.assert(
        fc.asyncProperty(entries, async (readable) => {
          const posts = readable.map((isReadable, index) =>
            isReadable
              ? { id: String(1_000 + index), text: 'Halo', author_id: '5' }
              : { text: 'without an id' },
          );
          server.play({ body: { data: posts, meta: { result_count: posts.length } } });
          const cursor = JSON.stringify({ userId: '1', sinceId: '999' });
          const page = await x.pull?.fetchPage(cursor, testContext(settings));
          const expected = readable.map((isReadable, index) => (isReadable ? String(1_000 + index) : null));
          expect(idsOf(page?.events ?? [])).toEqual(expected.toReversed());
        }),
        { numRuns: 25 },
      );
    } finally {
      await server.stop();
    }
  });
});

describe('W8: what is no ordinary message', () => {
  it('leaves a trace: a state, and where nothing is shown a reason', async () => {
    const group = { id: -100_777, type: 'supergroup', title: 'Warga Sangatta' };
    const reaction = {
      ...{
        chat: { id: 77, type: 'private' },
        message_id: 1,
        user: { id: 77, first_name: 'Budi' },
        date: 1_763_900_100,
      },
      ...{ old_reaction: [], new_reaction: [{ type: 'emoji', emoji: '👍' }] },
    };
    const raw = (id: number, kind: string, content: unknown): ParsedEvent => ({
      status: 'readable',
      kind: 'update',
      externalId: String(id),
      conversationKey: '77',
      payload: { update_id: id, [kind]: content },
    });
    await harness.record([
      telegramUpdate(1, { text: 'Jalan gelap' }),
      telegramUpdate(2, { text: 'Parit meluap', chat: group }),
      raw(3, 'message_reaction', reaction),
      raw(4, 'poll', { id: '9' }),
      raw(5, 'something_of_next_year', { id: 1 }),
      telegramUpdate(6, { pinned_message: { message_id: 1, date: 1, chat: { id: 77, type: 'private' } } }),
    ]);
    await harness.drain();
    const rows = await harness.query<{ state: string; reason: string | null }>(
      'select state, reason from raw_events order by id',
    );
    expect(rows.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['shown', 'shown', 'merged', 'ignored']),
    );
    expect(rows.filter(({ state }) => state === 'pending')).toEqual([]);
    const unexplained = rows.filter(
      ({ state, reason }) => ['ignored', 'quarantined'].includes(state) && !reason,
    );
    expect(unexplained).toEqual([]);
    expect(await harness.query('select emoji from message_reactions')).toEqual([{ emoji: '👍' }]);
    expect((await messages()).map(({ text }) => text).sort()).toEqual(['Jalan gelap', 'Parit meluap']);
  });
});

describe('W16: a flood from one conversation', () => {
  it('is taken whole: nothing is refused, nothing is cut', async () => {
    const flood = Array.from({ length: 1_200 }, (_, index) =>
      telegramUpdate(index + 1, { text: `Banjir naik ${index + 1} cm`, date: 1_763_900_000 + index }),
    );
    const { stored } = await harness.record(flood);
    expect(stored).toBe(flood.length);
    await harness.drain();
    expect(new Set(await states())).toEqual(new Set(['shown']));
    expect(await messages()).toHaveLength(flood.length);
    await harness.query('update connections set received_count = (select count(*) from raw_events)');
    expect(tallyIsBalanced(await harness.tally())).toBe(true);
  });
});
