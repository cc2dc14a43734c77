import { describe, expect, it } from '@jest/globals';
import type { ParsedEvent } from '@app/connector-kit';
import { FileEvents, normaliseRow } from '@app/connectors';
import { RowsStoredBefore } from './rows-stored-before.js';

type Row = Record<string, string>;

/** A ledger that keeps the first event of each kind and id, as the real one does. */
class Ledger {
  readonly kept = new Map<string, Buffer>();

  payloads(_connection: string, kind: string, ids: readonly string[]): Promise<Map<string, Buffer>> {
    return Promise.resolve(
      new Map(
        ids.flatMap((id) => {
          const payload = this.kept.get(`${kind} ${id}`);
          return payload ? [[id, payload] as const] : [];
        }),
      ),
    );
  }

  /** Runs one import; returns what was new, in words. */
  async run(rows: readonly Row[], isLiving = true, exportedAt?: string): Promise<string[]> {
    const columns = { id: 'id', text: 'isi' };
    const file = { fileName: 'a.xlsx', timeZone: 'Asia/Jakarta', ...(exportedAt && { exportedAt }) };
    const maker = new FileEvents(file, columns);
    const events = rows.map((record, index) => maker.eventOf({ lineNumber: index + 2, record }));
    const checked = await new RowsStoredBefore(this, 'c', isLiving).compare(events);
    return checked.flatMap((event) => this.record(event));
  }

  private record(event: ParsedEvent): string[] {
    if (event.status === 'unreadable') return [event.reason];
    const key = `${event.kind} ${event.externalId}`;
    if (this.kept.has(key)) return [];
    this.kept.set(key, Buffer.from(JSON.stringify(event.payload)));
    const result = normaliseRow({ ...event, receivedAt: new Date() });
    if (result.kind === 'edit') return [`edit ${result.messageExternalId}: ${result.text}`];
    return result.kind === 'message' ? [`message ${result.message.externalId}: ${result.message.text}`] : [];
  }
}

describe('a later export of the same source', () => {
  it('adds nothing when it is the same, and edits what has changed, back and forth', async () => {
    const ledger = new Ledger();
    const [old, changed] = [
      { id: '1', isi: 'a' },
      { id: '1', isi: 'b' },
    ];
    expect(await ledger.run([old])).toEqual(['message 1: a']);
    expect(await ledger.run([old])).toEqual([]);
    expect(await ledger.run([changed, { id: '2', isi: 'c' }])).toEqual(['edit 1: b', 'message 2: c']);
    expect(await ledger.run([changed])).toEqual([]);
    expect(await ledger.run([old])).toEqual(['edit 1: a']);
    expect(await ledger.run([changed])).toEqual(['edit 1: b']);
    expect(await ledger.run([changed])).toEqual([]);
  });

  it('keeps a status that has changed with the text it had', async () => {
    const ledger = new Ledger();
    await ledger.run([{ id: '1', isi: 'a', status: 'baru' }]);
    expect(await ledger.run([{ id: '1', isi: 'a', status: 'selesai' }])).toEqual(['edit 1: a']);
    expect(await ledger.run([{ id: '1', isi: 'a', status: 'selesai' }])).toEqual([]);
  });

  it('made earlier than the one before it changes nothing', async () => {
    const ledger = new Ledger();
    await ledger.run([{ id: '1', isi: 'baru' }], true, '2026-02-01T00:00:00.000Z');
    expect(await ledger.run([{ id: '1', isi: 'lama' }], true, '2026-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('has an id twice: the same row once, another content as a conflict, on every run alike', async () => {
    const ledger = new Ledger();
    const rows: Row[] = [
      { id: '1', isi: 'a', opd: 'X' },
      { id: '1', isi: 'a', opd: 'Y' },
      { id: '1', isi: 'b' },
    ];
    const conflict = 'baris 4: id "1" sudah dipakai baris lain dengan isi berbeda';
    expect(await ledger.run(rows)).toEqual(['message 1: a', conflict]);
    expect(await ledger.run(rows)).toEqual([conflict]);
  });

  it('of a format without edits is a conflict where it says something else', async () => {
    const ledger = new Ledger();
    await ledger.run([{ id: '1', isi: 'a' }], false);
    expect(await ledger.run([{ id: '1', isi: 'a', status: 'selesai' }], false)).toEqual([]);
    expect(await ledger.run([{ id: '1', isi: 'b' }], false)).toEqual([
      expect.stringContaining('sudah dipakai'),
    ]);
  });
});
