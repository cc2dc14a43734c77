import type { PlaceAlias } from '@app/triage';
import { parse } from 'csv-parse/sync';
import type { TypedEntry } from './take-lexicon.js';

export const LEXICON_HEADING = ['ejaan', 'kata_baku'];
/** What the areas are called is for people: codes are read. */
export const PLACE_NAMES_HEADING = ['nama', 'kode', 'wilayah'];
const DELIMITERS = [',', ';', '\t'];

/** In which line of its file an entry stands, from 1. */
export interface Line {
  readonly line: number;
}

/** The text is no CSV. */
export class CsvError extends Error {
  readonly code = 'file-not-csv';
}

/** Spellings and what they stand for. @throws CsvError */
export function readLexiconCsv(csv: string): (TypedEntry & Line)[] {
  return readCsv(csv, LEXICON_HEADING).map(({ cells: [spelling = '', words = ''], line }) => ({
    spelling,
    words,
    line,
  }));
}

/** Names and the codes of the areas they may mean, with blanks between. @throws CsvError */
export function readPlaceNamesCsv(csv: string): (PlaceAlias & Line)[] {
  return readCsv(csv, PLACE_NAMES_HEADING).map(({ cells: [name = '', codes = ''], line }) => ({
    name,
    codes: [...new Set(codes.split(/[\s|/]+/).filter((code) => code !== ''))],
    line,
  }));
}

/** Columns in this order, with or without their heading, as the pages or a spreadsheet write them. */
function readCsv(csv: string, heading: readonly string[]): (Line & { readonly cells: readonly string[] })[] {
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
      .map(({ record: cells, info }) => ({ cells, line: info.lines }))
      .filter(({ cells: [first] }, index) => index > 0 || first?.toLowerCase() !== heading[0]);
  } catch (error) {
    throw new CsvError(error instanceof Error ? error.message : String(error));
  }
}
