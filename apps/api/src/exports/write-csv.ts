import type { Cell } from './cell.js';

/** Before the first line: without it Excel takes UTF-8 for an old code page. */
export const CSV_BEGIN = '\u{FEFF}';

/** What spreadsheet programs take for a formula when a cell begins with it (OWASP, "CSV injection"). */
const FORMULA = /^[\s]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** One record by RFC 4180; a text that a program would run as a formula gets an apostrophe before it. */
export function csvLine(cells: readonly Cell[], instant: (date: Date) => string): string {
  return `${cells.map((cell) => csvField(cell, instant)).join(',')}\r\n`;
}

/** A whole file of texts. */
export function csvOf(rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from(CSV_BEGIN + rows.map((row) => csvLine(row, String)).join(''));
}

function csvField(cell: Cell, instant: (date: Date) => string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return instant(cell);
  // eslint-disable-next-line no-control-regex
  const text = cell.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ');
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
