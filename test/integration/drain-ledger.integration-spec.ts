import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { tallyIsBalanced } from '@app/ingestion';
import { startDrainHarness, telegramUpdate, type DrainHarness } from '../support/drain-harness.js';

let harness: DrainHarness;
beforeAll(async () => {
  harness = await startDrainHarness();
});
afterAll(() => harness.close());
beforeEach(() => harness.query('truncate raw_events, reports, messages, contacts, conversations cascade'));

const reports = () =>
  harness.query<{ class: string; messageCount: number; excerpt: string }>(
    'select class, message_count as "messageCount", excerpt from reports order by received_at, id',
  );
const events = () =>
  harness.query<{ state: string; reason: string | null }>('select state, reason from raw_events order by id');

describe('the ledger and its drain', () => {
  it('make one message of the same delivery sent fifty times at once', async () => {
    const update = telegramUpdate(1, { text: 'Lampu jalan mati sudah dua minggu' });
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => harness.record([update])));
    expect(outcomes.filter((outcome) => outcome.stored === 1)).toHaveLength(1);
    await Promise.all([harness.drain(), harness.drain()]);
    expect(await reports()).toHaveLength(1);
    expect(await harness.query('select id from messages')).toHaveLength(1);
  });

  it('quarantine the one event that cannot be read and let its neighbours through', async () => {
    await harness.record([
      telegramUpdate(1, { text: 'Air PDAM keruh' }),
      telegramUpdate(2, { chat: 'not a chat' }),
      telegramUpdate(3, {
        text: 'Sampah menumpuk',
        chat: { id: 78, type: 'private' },
        from: { id: 78, is_bot: false, first_name: 'Siti' },
      }),
      { status: 'unreadable', bytes: Buffer.from('{broken'), reason: 'not JSON' },
    ]);
    await harness.drain();
    expect((await events()).map((event) => event.state)).toEqual([
      'shown',
      'quarantined',
      'shown',
      'quarantined',
    ]);
    expect((await events()).filter((event) => event.state === 'quarantined' && !event.reason)).toEqual([]);
    expect(await reports()).toHaveLength(2);
  });

  it('make one report of a greeting and the matter that follows it', async () => {
    await harness.record([telegramUpdate(1, { text: 'Selamat pagi min' })]);
    await harness.drain();
    expect((await reports()).map((report) => report.class)).toEqual(['other']);
    await harness.record([
      telegramUpdate(2, { text: 'Jalan depan SD rusak parah, sudah tiga bulan tidak diperbaiki' }),
    ]);
    await harness.drain();
    expect(await reports()).toEqual([expect.objectContaining({ messageCount: 2, class: 'complaint' })]);
  });

  it('open a new report when the same person writes after the window', async () => {
    await harness.record([telegramUpdate(1, { text: 'Jalan rusak' })]);
    await harness.record([telegramUpdate(2, { text: 'Syarat KTP apa saja?', date: 1_763_900_000 + 86_400 })]);
    await harness.drain();
    expect(await reports()).toHaveLength(2);
  });

  it('keep the old text of an edited message, also when both arrive together', async () => {
    await harness.record([
      telegramUpdate(1, { text: 'Jalan rusak di Kabo' }),
      {
        ...telegramUpdate(
          2,
          { message_id: 1, text: 'Jalan rusak di Dayung', edit_date: 1_763_900_060 },
          'edited_message',
        ),
      },
    ]);
    await harness.drain();
    const [message] = await harness.query<{ text: string }>('select text from messages');
    const revisions = await harness.query<{ text: string }>('select text from message_revisions');
    expect(message?.text).toBe('Jalan rusak di Dayung');
    expect(revisions).toEqual([{ text: 'Jalan rusak di Kabo' }]);
    expect((await reports())[0]?.excerpt).toBe('Jalan rusak di Dayung');
  });

  it('take NUL, lone surrogates, 100,000 characters and impossible times without losing a message', async () => {
    await harness.record([
      telegramUpdate(1, { text: 'a\u0000b \ud800 c' }),
      telegramUpdate(2, {
        text: 'jalan rusak '.repeat(8_400),
        chat: { id: 79, type: 'private' },
        from: { id: 79, is_bot: false, first_name: 'A' },
      }),
      telegramUpdate(3, {
        text: 'Dari masa depan',
        date: 4_102_444_800,
        chat: { id: 80, type: 'private' },
        from: { id: 80, is_bot: false, first_name: 'B' },
      }),
    ]);
    await harness.drain();
    expect((await events()).map((event) => event.state)).toEqual(['shown', 'shown', 'shown']);
    const notes = await harness.query<{ notes: string[] }>('select notes from messages order by external_id');
    expect(notes.flatMap((row) => row.notes).sort()).toEqual(['text-truncated', 'timestamp-implausible']);
  });

  it('account for every event', async () => {
    await harness.query('update connections set received_count = 0, duplicate_count = 0');
    await harness.record([
      telegramUpdate(1, { text: 'Jalan rusak' }),
      telegramUpdate(1, { text: 'Jalan rusak' }),
    ]);
    await harness.record([telegramUpdate(2, { chat: 'not a chat' })]);
    await harness.drain();
    const tally = await harness.tally();
    expect(tally).toMatchObject({ received: 2, shown: 1, quarantined: 1, pending: 0 });
    expect(tallyIsBalanced(tally)).toBe(true);
  });
});
