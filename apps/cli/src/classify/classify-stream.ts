import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Classifier } from '@app/triage';
import { z } from 'zod';
import { splitLines, type InputLine } from './split-lines.js';

export interface ClassifyTally {
  readonly classified: number;
  /** Lines that were answered with an error. */
  readonly rejected: number;
}

const requestSchema = z.object({ text: z.string() });

/**
 * Reads JSON Lines `{"text": ...}` and writes one line for each, in order: the `Classification`, or `{"error":"baris 12: ..."}` for a line that cannot be read. Blank lines are skipped. Waits for a slow
 * reader, keeps no more than one chunk, and leaves `output` open.
 * @throws whatever the streams throw, such as EPIPE when the reader has gone.
 */
export async function classifyStream(
  classifier: Classifier,
  input: Readable,
  output: Writable,
): Promise<ClassifyTally> {
  const tally = { classified: 0, rejected: 0 };
  const answer = ({ number, text }: InputLine): string => {
    const request = readRequest(text);
    if ('error' in request) {
      tally.rejected++;
      return `${JSON.stringify({ error: `baris ${number}: ${request.error}` })}\n`;
    }
    tally.classified++;
    return `${JSON.stringify(classifier.classify(request.text))}\n`;
  };
  await pipeline(
    input,
    async function* (source: AsyncIterable<Buffer | string>) {
      for await (const lines of splitLines(source)) {
        const answers = lines.filter(({ text }) => text === null || text.trim() !== '').map(answer);
        if (answers.length > 0) yield answers.join('');
      }
    },
    output,
    { end: false },
  );
  return tally;
}

function readRequest(line: string | null): { text: string } | { error: string } {
  if (line === null) return { error: 'terlalu panjang' };
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { error: 'bukan JSON yang sah' };
  }
  const request = requestSchema.safeParse(json);
  return request.success ? request.data : { error: 'tidak ada "text" berupa teks' };
}
