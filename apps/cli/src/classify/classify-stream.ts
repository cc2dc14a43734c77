import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { answerLines, type LineTally } from './answer-lines.js';

const requestSchema = z.object({ text: z.string() });

/** Reads JSON Lines `{"text": ...}` and writes what is said of each (`Triage`), or an error, in order. */
export function classifyStream(
  { classify }: { classify(text: string): object },
  input: Readable,
  output: Writable,
): Promise<LineTally> {
  const answer = (request: unknown) => {
    const { data } = requestSchema.safeParse(request);
    return data ? { answer: classify(data.text) } : { error: 'tidak ada "text" berupa teks' };
  };
  return answerLines(answer, input, output);
}
