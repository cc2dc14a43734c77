import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { Cell, Table } from './cell.js';

/** Characters of a cell at most, by the file format. */
const LONGEST_TEXT = 32_767;
const LONGEST_NAME = 31;

/**
 * A workbook of one or more sheets with a heading that stays in sight. Texts are cells of the type string: no
 * spreadsheet program takes them for formulas.
 */
export async function xlsxFile(tables: readonly Table[], inZone: (date: Date) => Date): Promise<Buffer> {
  const sheets = tables.map(({ name, headings, rows }) => ({
    sheet: name.slice(0, LONGEST_NAME),
    data: [
      headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((cells) => cells.map((cell) => xlsxCell(cell, inZone))),
    ] as SheetData,
    columns: headings.map((_, column) => ({ width: widthOf(headings[column] ?? '', rows, column) })),
    stickyRowsCount: 1,
  }));
  return writeXlsxFile(sheets).toBuffer();
}

function xlsxCell(cell: Cell, inZone: (date: Date) => Date) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  // The format knows no time zones: what is shown is the installation's time.
  if (typeof cell === 'object') return { value: inZone(cell), type: Date, format: 'yyyy-mm-dd hh:mm' };
  // eslint-disable-next-line no-control-regex
  const text = cell.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ');
  return { value: text.slice(0, LONGEST_TEXT), type: String };
}

function widthOf(heading: string, rows: Table['rows'], column: number): number {
  const lengths = rows.slice(0, 100).map((cells) => {
    const cell = cells[column];
    return cell instanceof Date ? 16 : String(cell ?? '').length;
  });
  return Math.min(60, Math.max(heading.length, ...lengths) + 2);
}
