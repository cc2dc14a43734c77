import { physicalLines } from './file.lines.js';

/** One mail of an mbox file. */
export interface MboxMail {
  /** Of the `From ` line above it. */
  readonly lineNumber: number;
  /** Without that line and its quoting; the beginning of the mail when it is too long. */
  readonly bytes: Buffer;
  readonly isTooLong: boolean;
}

/** Far above what any mailbox takes in. */
export const MAX_MAIL_BYTES = 64 * 1024 * 1024;
/** `From sari@example.org Tue Nov 24 10:15:00 2026`, `From - Tue Nov 24 10:15:00 2026`; words of a text are no date. */
const START = /^From \S+\s+.*\b\d{1,2}:\d{2}(:\d{2})?\b.*\b\d{4}\b/;
const QUOTED_START = /^>+From /;
const NEWLINE = Buffer.from('\n');

export function isMailStart(line: string): boolean {
  return START.test(line);
}

/** Cuts a stream into its mails: at `From ` lines that stand at the beginning or below an empty line. */
export async function* mailsOf(source: AsyncIterable<Buffer>): AsyncGenerator<MboxMail> {
  let open: { lineNumber: number; parts: Buffer[]; size: number; isCut: boolean } | null = null;
  let isBelowBlank = true;
  for await (const { lineNumber, bytes, isTooLong } of physicalLines(source)) {
    const head = bytes.subarray(0, 300).toString('latin1');
    if (isBelowBlank && isMailStart(head)) {
      if (open) yield mailOf(open);
      open = { lineNumber, parts: [], size: 0, isCut: false };
      isBelowBlank = false;
      continue;
    }
    isBelowBlank = bytes.length === 0;
    // What stands above the first mail belongs to none.
    open ??= { lineNumber, parts: [], size: 0, isCut: false };
    open.isCut ||= isTooLong || open.size > MAX_MAIL_BYTES;
    if (open.isCut) continue;
    open.parts.push(QUOTED_START.test(head) ? bytes.subarray(1) : bytes, NEWLINE);
    open.size += bytes.length + 1;
  }
  if (open) yield mailOf(open);
}

function mailOf(open: { lineNumber: number; parts: Buffer[]; isCut: boolean }): MboxMail {
  return { lineNumber: open.lineNumber, bytes: Buffer.concat(open.parts), isTooLong: open.isCut };
}
