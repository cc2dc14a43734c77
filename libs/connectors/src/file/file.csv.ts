import { parse } from 'csv-parse/sync';
import { uniqueNames } from './file.column-names.js';
import { endsInsideQuotes, findDelimiter } from './file.csv-quotes.js';
import { physicalLines, type PhysicalLine } from './file.lines.js';
import { decodeUtf8, FileFormatError, NOT_UTF8, type FileRow, type OpenedFile } from './file.rows.js';

/** A quoted field may hold line ends, but a quote left open must not swallow the rest of the file. */
const MAX_RECORD_LINES = 500;
const MAX_RECORD_BYTES = 256 * 1024;

/**
 * Opens comma-, semicolon- or tab-separated values with a header line, as Excel and LibreOffice write them.
 * @throws FileFormatError when there is no readable header
 */
export async function openCsv(source: AsyncIterable<Buffer>): Promise<OpenedFile> {
  const lines = physicalLines(source);
  let first = (await lines.next()).value as PhysicalLine | undefined;
  const declared = /^sep=(.)$/.exec(first?.bytes.toString('latin1') ?? '')?.[1];
  if (declared !== undefined) first = (await lines.next()).value as PhysicalLine | undefined;
  if (!first) return { columns: [], rows: nothing() };
  const delimiter = declared ?? findDelimiter(first.bytes);
  const header = readFields([first], delimiter);
  if ('problem' in header) throw new FileFormatError(`Baris judul tidak terbaca: ${header.problem}`);
  const columns = uniqueNames(header.fields);
  return { columns, rows: csvRows(lines, delimiter, columns) };
}

async function* csvRows(
  lines: AsyncGenerator<PhysicalLine>,
  delimiter: string,
  columns: readonly string[],
): AsyncGenerator<FileRow> {
  const waiting: PhysicalLine[] = [];
  const next = async () => waiting.shift() ?? ((await lines.next()).value as PhysicalLine | undefined);
  for (let first = await next(); first; first = await next()) {
    const group = [first];
    let size = first.bytes.length;
    let isOpen = endsInsideQuotes(first.bytes, delimiter, false);
    while (isOpen && group.length < MAX_RECORD_LINES && size < MAX_RECORD_BYTES) {
      const line = await next();
      if (!line) break;
      group.push(line);
      size += line.bytes.length;
      isOpen = endsInsideQuotes(line.bytes, delimiter, true);
    }
    const row = isOpen
      ? { problem: 'tanda kutip dibuka tetapi tidak ditutup' }
      : readRow(group, delimiter, columns);
    if (row === null) continue;
    if ('record' in row) yield { lineNumber: first.lineNumber, record: row.record };
    else {
      // Only the first line is surely damaged: the others are read again, each on its own.
      yield { lineNumber: first.lineNumber, problem: row.problem, bytes: first.bytes };
      waiting.unshift(...group.slice(1));
    }
  }
}

/** @returns `null` for a row without any value */
function readRow(
  group: readonly PhysicalLine[],
  delimiter: string,
  columns: readonly string[],
): { record: Record<string, string> } | { problem: string } | null {
  const read = readFields(group, delimiter);
  if ('problem' in read) return read;
  const { fields } = read;
  if (fields.every((field) => field.trim() === '')) return null;
  if (fields.length !== columns.length) {
    return { problem: `${fields.length} kolom, seharusnya ${columns.length}` };
  }
  const entries = columns.map((column, index) => [column, fields[index] ?? ''] as const);
  return { record: Object.fromEntries(entries.filter(([, value]) => value !== '')) };
}

function readFields(
  group: readonly PhysicalLine[],
  delimiter: string,
): { fields: string[] } | { problem: string } {
  if (group.some((line) => line.isTooLong)) return { problem: 'baris lebih panjang dari 1 MiB' };
  const texts = group.map((line) => decodeUtf8(line.bytes));
  if (texts.includes(null)) return { problem: NOT_UTF8 };
  try {
    const records = parse(texts.join('\n'), { delimiter, relax_quotes: true, record_delimiter: '\n' });
    return { fields: records[0] ?? [] };
  } catch {
    return { problem: 'tanda kutip tidak berpasangan' };
  }
}

async function* nothing(): AsyncGenerator<FileRow> {
  // An empty file has no rows.
}
