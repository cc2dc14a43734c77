import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { splitLines, type InputLine } from './split-lines.js';

export interface LineTally {
  readonly answered: number;
  /** Lines that were answered with an error. */
  readonly rejected: number;
}

/** An answer to write as JSON, or what is wrong with the request. */
export type LineAnswer = { readonly answer: object } | { readonly error: string };

/**
 * Reads JSON Lines and writes one line for each, in order: the answer, or `{"error":"baris 12: ..."}` for a line that
 * cannot be read. Blank lines are skipped. Waits for a slow reader, keeps no more than one chunk, and leaves `output`
 * open.
 * @throws whatever the streams throw, such as EPIPE when the reader has gone.
 */
export async function answerLines(
  answer: (request: unknown) => LineAnswer,
  input: Readable,
  output: Writable,
): Promise<LineTally> {
  const tally = { answered: 0, rejected: 0 };
  const write = (line: InputLine): string => {
    const said = answerLine(line, answer);
    if ('error' in said) {
      tally.rejected++;
      return `${JSON.stringify({ error: `baris ${line.number}: ${said.error}` })}\n`;
    }
    tally.answered++;
    return `${JSON.stringify(said.answer)}\n`;
  };
  await pipeline(
    input,
    async function* (source: AsyncIterable<Buffer | string>) {
      for await (const lines of splitLines(source)) {
        const answers = lines.filter(({ text }) => text === null || text.trim() !== '').map(write);
        if (answers.length > 0) yield answers.join('');
      }
    },
    output,
    { end: false },
  );
  return tally;
}

/** The exit status of a command that answers lines; a reader that goes away early (`| head`) is no failure. */
export async function endsWith(work: Promise<LineTally>): Promise<number> {
  try {
    const { rejected } = await work;
    return rejected === 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 0;
    throw error;
  }
}

function answerLine({ text }: InputLine, answer: (request: unknown) => LineAnswer): LineAnswer {
  if (text === null) return { error: 'terlalu panjang' };
  let request: unknown;
  try {
    request = JSON.parse(text);
  } catch {
    return { error: 'bukan JSON yang sah' };
  }
  return answer(request);
}
