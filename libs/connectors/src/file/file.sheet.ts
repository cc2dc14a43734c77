import readXlsxFile, { type CellValue } from 'read-excel-file/node';
import { FileFormatError, type FileRow } from './file.rows.js';

/** The rows of a sheet as text, in its order; index 0 is row 1. What is empty is `''`. */
export type Sheet = readonly (readonly string[])[];

/**
 * Reads the first sheet of an Excel workbook that has anything in it.
 * @throws FileFormatError when the file is no workbook
 */
export async function readSheetOf(file: string): Promise<Sheet> {
  try {
    const sheets = await readXlsxFile(file, { parseNumber: textOfNumber });
    const filled = sheets.map(({ data }) => data.map((row) => row.map(textOf)));
    return filled.find((rows) => rows.some((row) => !isEmpty(row))) ?? [];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw error;
    throw new FileFormatError(
      'Berkas ini bukan buku kerja Excel yang utuh. Simpan ulang sebagai .xlsx tanpa kata sandi, lalu impor lagi.',
    );
  }
}

/** The rows below a header, each under its column's name. */
export async function* rowsBelow(
  sheet: Sheet,
  header: number,
  columns: readonly string[],
): AsyncGenerator<FileRow> {
  for (const [index, cells] of sheet.entries()) {
    if (index <= header || isEmpty(cells)) continue;
    const entries = columns.map((column, at): [string, string] => [column, cells[at] ?? '']);
    yield {
      lineNumber: index + 1,
      record: Object.fromEntries(entries.filter(([, value]) => value !== '')),
    };
  }
}

export function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '');
}

/** Long numbers stay as they are: two ids of a platform must not become one. */
function textOfNumber(typed: string): string {
  return /^-?\d{16,}$/.test(typed) ? typed : String(Number(typed));
}

function textOf(cell: CellValue<string> | null): string {
  const value = cell as unknown;
  if (value === null || value === undefined) return '';
  return value instanceof Date ? textOfDate(value) : String(value).trim();
}

/** Excel's dates know no zone: `2026-11-24 10:15:00`, a day alone, or a time alone (of the day 0 of its calendar). */
function textOfDate(date: Date): string {
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000);
  if (Number.isNaN(rounded.getTime())) return '';
  const [day = '', time = ''] = rounded.toISOString().slice(0, 19).split('T');
  if (rounded.getUTCFullYear() < 1900) return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}
