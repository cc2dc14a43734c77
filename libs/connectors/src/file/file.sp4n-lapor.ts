import { uniqueNames } from './file.column-names.js';
import { readDate } from './file.dates.js';
import type { ColumnMapping } from './file.mapping.js';
import { FileFormatError, type FileRow, type OpenedFile } from './file.rows.js';
import { rowsBelow, type Sheet } from './file.sheet.js';

/** Rows with the report's, the office's and the export's names and date stand above the table. */
const MAX_INFO_ROWS = 60;
const ID = 'Tracking ID';
const TEXT = 'Isi Laporan Awal';

const COLUMNS: ColumnMapping = {
  id: ID,
  title: 'Judul Laporan',
  text: TEXT,
  author: 'Nama Pelapor',
  sentAt: ['Tanggal Laporan Masuk', 'Waktu Laporan Masuk'],
  place: ['Kelurahan', 'Kecamatan', 'Kota/Kabupaten', 'Provinsi'],
  anonymity: 'Tipe Laporan (Anonim/Rahasia)',
};

export function isSp4nLapor(sheet: Sheet): boolean {
  return headerOf(sheet) !== -1;
}

/**
 * Opens the Excel export of the SP4N-LAPOR! dashboard. What is not mapped (status, classification, category, agency)
 * stays in the row as the dashboard wrote it.
 * @param timeZone IANA zone of the office
 * @throws FileFormatError without the header row
 */
export function openSp4nLapor(sheet: Sheet, timeZone: string): OpenedFile {
  const header = headerOf(sheet);
  if (header === -1) {
    throw new FileFormatError(`Baris judul ekspor SP4N-LAPOR! ("${ID}" ... "${TEXT}") tidak ditemukan.`);
  }
  const columns = uniqueNames(sheet[header] ?? []);
  const exportedAt = exportedAtOf(sheet.slice(0, header), timeZone);
  return {
    columns,
    rows: withoutDashes(rowsBelow(sheet, header, columns)),
    rowCount: sheet.length,
    mapping: COLUMNS,
    living: { ...(exportedAt && { exportedAt: exportedAt.toISOString() }) },
  };
}

function headerOf(sheet: Sheet): number {
  return sheet
    .slice(0, MAX_INFO_ROWS)
    .findIndex((cells) => cells.find((cell) => cell !== '') === ID && cells.includes(TEXT));
}

/** `Tanggal Generate`, with its date beside it or behind a colon in the same cell. */
function exportedAtOf(infoRows: Sheet, timeZone: string): Date | null {
  const row = infoRows.find((cells) => cells.some((cell) => /^tanggal generate/i.test(cell)));
  const typed = (row ?? []).join(' ').replace(/tanggal generate[\s:]*/i, '');
  return readDate(typed.replace(/^[\s:]+/, ''), timeZone);
}

async function* withoutDashes(rows: AsyncIterable<FileRow>): AsyncGenerator<FileRow> {
  for await (const row of rows) {
    if (!('record' in row)) yield row;
    else {
      const filled = Object.entries(row.record).filter(([, value]) => value !== '-');
      yield filled.some(([column]) => column === ID)
        ? { ...row, record: Object.fromEntries(filled) }
        : {
            lineNumber: row.lineNumber,
            problem: `tanpa ${ID}`,
            bytes: Buffer.from(JSON.stringify(row.record)),
          };
    }
  }
}
