import type { TypedEntry } from '@app/vocabulary';
import { parse } from 'csv-parse/sync';
import { CSV_BEGIN, csvLine } from '../exports/write-csv.js';
import { ProblemError } from '../http/problem.js';

const HEADING = ['ejaan', 'kata_baku'];
const DELIMITERS = [',', ';', '\t'];

export type CsvEntry = TypedEntry & { readonly line: number };

export function lexiconCsv(entries: readonly { spelling: string; words: readonly string[] }[]): string {
  const rows = [HEADING, ...entries.map(({ spelling, words }) => [spelling, words.join(' ')])];
  return CSV_BEGIN + rows.map((row) => csvLine(row, String)).join('');
}

/** Two columns, with or without a heading, as this page or a spreadsheet writes them. */
export function readLexiconCsv(csv: string): CsvEntry[] {
  try {
    const rows = parse(csv, {
      bom: true,
      delimiter: DELIMITERS,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rows
      .map(({ record: [spelling = '', words = ''], info }) => ({ spelling, words, line: info.lines }))
      .filter(({ spelling }, index) => index > 0 || spelling.toLowerCase() !== HEADING[0]);
  } catch (error) {
    throw new ProblemError('file-not-csv', { detail: error instanceof Error ? error.message : undefined });
  }
}
