import { describe, expect, it } from '@jest/globals';
import { conflictOf, FileEvents, saysTheSame } from './file.events.js';

const FILE = { fileName: 'a.csv', timeZone: 'Asia/Makassar' };
const row = (record: Record<string, string>, lineNumber = 2) => ({ lineNumber, record });
const idsOf = (columns: { text: string; id?: string }, ...rows: ReturnType<typeof row>[]) => {
  const events = new FileEvents(FILE, columns);
  return rows.map((one) => {
    const event = events.eventOf(one);
    return event.status === 'readable' ? event.externalId : event.reason;
  });
};

describe('the events of a file', () => {
  it('carry the id of their row', () => {
    expect(idsOf({ text: 'isi', id: 'no' }, row({ no: 'A-1', isi: 'x' }))).toEqual(['A-1']);
  });

  it('without an id are known by their content: equal rows stay two, a second reading adds none', () => {
    const rows = [row({ isi: 'x', nama: 'a' }), row({ nama: 'a', isi: 'x' }, 3), row({ isi: 'y' }, 4)];
    const [first, second, third] = idsOf({ text: 'isi' }, ...rows);
    expect(second).toBe(first?.replace('#1', '#2'));
    expect(new Set([first, second, third]).size).toBe(3);
    expect(idsOf({ text: 'isi' }, ...rows)).toEqual([first, second, third]);
  });

  it('say where an unreadable line stands', () => {
    const event = new FileEvents(FILE, { text: 'isi' }).eventOf({
      lineNumber: 9,
      problem: 'bukan objek JSON',
      bytes: Buffer.from('[]'),
    });
    expect(event).toEqual({
      status: 'unreadable',
      bytes: Buffer.from('[]'),
      reason: 'baris 9: bukan objek JSON',
    });
  });

  it('conflict when one id stands for two contents, but not when only an unmapped column differs', () => {
    const events = new FileEvents(FILE, { text: 'isi', id: 'no' });
    const [old, later, other] = [
      { no: '1', isi: 'x', status: 'baru' },
      { no: '1', isi: 'x', status: 'selesai' },
      { no: '1', isi: 'y', status: 'baru' },
    ].map((record) => events.eventOf(row(record)));
    if (old?.status !== 'readable' || later?.status !== 'readable' || other?.status !== 'readable')
      throw new Error();
    expect(saysTheSame(old.payload, later.payload)).toBe(true);
    expect(saysTheSame(old.payload, other.payload)).toBe(false);
    expect(conflictOf(other)).toMatchObject({
      reason: expect.stringContaining('baris 2: id "1" sudah dipakai'),
    });
  });
});
