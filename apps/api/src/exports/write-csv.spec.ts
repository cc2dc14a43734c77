import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { csvLine } from './write-csv.js';

const line = (...cells: Parameters<typeof csvLine>[0]) => csvLine(cells, (date) => date.toISOString());

describe('a line of CSV', () => {
  it('is read back as it was, with commas, quotes and line breaks', () => {
    const cells = ['Jalan "poros", rusak\nparah', '', 'Desa Sepaso', '3'];
    expect(parse(line(...cells))).toEqual([cells]);
  });

  it.each(['=1+1', '+62812', '-2', '@SUM(A1)', '\t=1', ' =cmd|calc', '＝1+1', '\r=1'])(
    'is no formula: %j',
    (text) => {
      expect(parse(line(text))).toEqual([[`'${text}`]]);
    },
  );

  it('keeps numbers as numbers, nothing as nothing and instants as told', () => {
    expect(line(-3, null, new Date(0))).toBe('-3,,1970-01-01T00:00:00.000Z\r\n');
  });

  it('has no control characters', () => {
    expect(line('a\u0000b\u0007')).toBe('a b \r\n');
  });
});
