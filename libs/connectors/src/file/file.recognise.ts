import { open } from 'node:fs/promises';
import path from 'node:path';
import { FileFormatError } from './file.rows.js';
import { isMailStart } from './file.mbox-mails.js';
import { stampOf } from './file.whatsapp-lines.js';

export const FILE_FORMATS = ['csv', 'jsonl', 'xlsx', 'sp4n-lapor', 'whatsapp', 'telegram', 'mbox'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

const BY_NAME: Readonly<Record<string, FileFormat>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.json': 'jsonl',
  '.xlsx': 'xlsx',
  '.mbox': 'mbox',
};
const PEEKED_LINES = 10;
/** How Telegram Desktop begins the export of one chat, or of an account. */
const TELEGRAM =
  /^\ufeff?\s*\{\s*("about": "[^"]*Telegram|"name": ("(?:[^"\\]|\\.)*"|null),\s*"type": "\w+",\s*"id": \d+,\s*"messages": \[)/;
const HEAD_BYTES = 64 * 1024;
const ZIP = Buffer.from('PK\x03\x04');
const WORKBOOK_PARTS = ['[Content_Types].xml', 'xl/workbook', 'xl/worksheets'];
const OLD_OFFICE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * A format by the name that a person gave.
 * @throws FileFormatError with the names there are
 */
export function formatNamed(name: string): FileFormat {
  const format = FILE_FORMATS.find((one) => one === name);
  if (format) return format;
  throw new FileFormatError(`Jenis "${name}" tidak dikenal. Yang ada: ${FILE_FORMATS.join(', ')}.`);
}

/**
 * Tells a file's format by its content or, where that says nothing, by its name. A workbook is `xlsx`, whatever it
 * holds.
 * @throws FileFormatError with a word of advice
 */
export async function recogniseFormat(file: string): Promise<FileFormat> {
  const head = await headOf(file);
  const byName = BY_NAME[path.extname(file).toLowerCase()];
  const format = formatOfContent(head, byName) ?? byName;
  if (format) return format;
  throw new FileFormatError(
    `Jenis berkas "${path.extname(file)}" tidak dikenal. Sebutkan --format: ${FILE_FORMATS.join(', ')}.`,
  );
}

function formatOfContent(head: Buffer, byName: FileFormat | undefined): FileFormat | null {
  if (startsWith(head, OLD_OFFICE)) {
    throw new FileFormatError(
      'Ini berkas Excel lama (.xls) atau berkata sandi. Simpan ulang sebagai .xlsx tanpa kata sandi.',
    );
  }
  if (startsWith(head, ZIP)) {
    if (byName === 'xlsx' || WORKBOOK_PARTS.some((part) => head.includes(part))) return 'xlsx';
    throw new FileFormatError('Ini arsip zip. Ekstrak dahulu, lalu impor berkas di dalamnya.');
  }
  const text = head.toString('utf8');
  if (TELEGRAM.test(text)) return 'telegram';
  if (isMailStart(text.split(/\r?\n/, 1)[0] ?? '')) return 'mbox';
  const lines = text.split(/\r?\n/, PEEKED_LINES);
  return lines.some((line) => stampOf(line.replace(/^\ufeff/, '')) !== null) ? 'whatsapp' : null;
}

function startsWith(head: Buffer, mark: Buffer): boolean {
  return head.subarray(0, mark.length).equals(mark);
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
