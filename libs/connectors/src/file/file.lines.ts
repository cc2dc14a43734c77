import { FileFormatError } from './file.rows.js';

export interface PhysicalLine {
  readonly lineNumber: number;
  /** Without the line end; cut at {@link MAX_LINE_BYTES}. */
  readonly bytes: Buffer;
  readonly isTooLong: boolean;
}

/** A longer line is no row but damage (a closing quote or line end lost); it must not fill the memory. */
export const MAX_LINE_BYTES = 1024 * 1024;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Cuts a stream into lines at `\n`; drops a byte order mark and the `\r` of Windows files. */
export async function* physicalLines(source: AsyncIterable<Buffer>): AsyncGenerator<PhysicalLine> {
  let lineNumber = 1;
  let parts: Buffer[] = [];
  let size = 0;
  const keep = (part: Buffer) => {
    // One byte more than allowed is kept, so that a cut line can be told from one that just fits.
    const room = MAX_LINE_BYTES + 1 - size;
    if (room > 0 && part.length > 0) parts.push(part.subarray(0, room));
    size += part.length;
  };
  const take = (): PhysicalLine => {
    const line = lineOf(Buffer.concat(parts), lineNumber++);
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of source) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      keep(chunk.subarray(start, end));
      start = end + 1;
      yield take();
    }
    keep(chunk.subarray(start));
  }
  if (size > 0) yield take();
}

function lineOf(bytes: Buffer, lineNumber: number): PhysicalLine {
  let line = bytes;
  if (lineNumber === 1) {
    if (isUtf16(line)) {
      throw new FileFormatError('Berkas ini UTF-16. Simpan ulang sebagai "CSV UTF-8", lalu impor lagi.');
    }
    if (line.subarray(0, BOM.length).equals(BOM)) line = line.subarray(BOM.length);
  }
  if (line.at(-1) === RETURN) line = line.subarray(0, -1);
  return { lineNumber, bytes: line.subarray(0, MAX_LINE_BYTES), isTooLong: bytes.length > MAX_LINE_BYTES };
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
