import { physicalLines, type PhysicalLine } from './file.lines.js';
import { decodeUtf8, FileFormatError, NOT_UTF8, type FileRow, type OpenedFile } from './file.rows.js';

/** Columns are taken from so many rows at the beginning. */
const PEEKED_ROWS = 100;

/** Opens a file with one JSON object per line. @throws FileFormatError for a JSON array */
export async function openJsonLines(source: AsyncIterable<Buffer>): Promise<OpenedFile> {
  const rows = jsonRows(source);
  const peeked: FileRow[] = [];
  while (peeked.length < PEEKED_ROWS) {
    const { value, done } = await rows.next();
    if (done) break;
    peeked.push(value);
  }
  const columns = new Set(peeked.flatMap((row) => ('record' in row ? Object.keys(row.record) : [])));
  return { columns: [...columns], rows: chain(peeked, rows) };
}

async function* chain(first: readonly FileRow[], rest: AsyncIterable<FileRow>): AsyncGenerator<FileRow> {
  yield* first;
  yield* rest;
}

async function* jsonRows(source: AsyncIterable<Buffer>): AsyncGenerator<FileRow> {
  for await (const line of physicalLines(source)) {
    const { lineNumber, bytes } = line;
    if (lineNumber === 1 && /^\s*\[/.test(bytes.subarray(0, 100).toString('latin1'))) {
      throw new FileFormatError('Berkas ini satu larik JSON. Tulis satu objek JSON per baris (JSON Lines).');
    }
    const row = readRow(line);
    if (row === null) continue;
    yield 'record' in row ? { lineNumber, record: row.record } : { lineNumber, problem: row.problem, bytes };
  }
}

function readRow(line: PhysicalLine): { record: Record<string, string> } | { problem: string } | null {
  if (line.isTooLong) return { problem: 'baris lebih panjang dari 1 MiB' };
  const text = decodeUtf8(line.bytes);
  if (text === null) return { problem: NOT_UTF8 };
  if (text.trim() === '') return null;
  try {
    const value: unknown = JSON.parse(withoutRounding(text));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return { problem: 'bukan objek JSON' };
    }
    return { record: textsOf(value) };
  } catch {
    return { problem: 'bukan JSON yang lengkap' };
  }
}

/** Numbers longer than a double can hold become strings: two ids of a platform must not become one. */
function withoutRounding(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
    /^-?\d{16,}$/.test(token) ? `"${token}"` : token,
  );
}

function textsOf(value: object): Record<string, string> {
  const entries = Object.entries(value)
    .filter(([, field]) => field !== null && field !== '')
    .map(([name, field]): [string, string] => [
      name,
      typeof field === 'string' ? field : JSON.stringify(field),
    ]);
  return Object.fromEntries(entries);
}
