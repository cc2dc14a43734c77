import { createReadStream } from 'node:fs';
import path from 'node:path';
import { openCsv } from './file.csv.js';
import { openJsonLines } from './file.json-lines.js';
import { FileFormatError, type OpenedFile } from './file.rows.js';

export type FileFormat = 'csv' | 'jsonl';

const FORMATS: Readonly<Record<string, FileFormat>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.json': 'jsonl',
};
const CHUNK_BYTES = 256 * 1024;

/** Opens a file for reading row by row. @throws FileFormatError; the error of `fs` when it cannot be opened */
export async function openFileRows(file: string, format = formatOf(file)): Promise<OpenedFile> {
  const source = createReadStream(file, { highWaterMark: CHUNK_BYTES });
  return format === 'csv' ? openCsv(source) : openJsonLines(source);
}

function formatOf(file: string): FileFormat {
  const extension = path.extname(file).toLowerCase();
  const format = FORMATS[extension];
  if (format) return format;
  throw new FileFormatError(
    `Jenis berkas "${extension}" tidak dikenal. Sebutkan --format csv atau --format jsonl.`,
  );
}
