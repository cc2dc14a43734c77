import { uniqueNames } from './file.column-names.js';
import type { OpenedFile } from './file.rows.js';
import { isEmpty, rowsBelow, type Sheet } from './file.sheet.js';

/** Opens a sheet whose first filled row is its header. */
export function openXlsx(sheet: Sheet): OpenedFile {
  const header = sheet.findIndex((cells) => !isEmpty(cells));
  const columns = uniqueNames(sheet[header] ?? []);
  return { columns, rows: rowsBelow(sheet, header, columns), rowCount: sheet.length };
}
