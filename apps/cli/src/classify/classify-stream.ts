import type { Readable, Writable } from 'node:stream';
import type { Classifier } from '@app/triage';
import { z } from 'zod';
import { answerLines, type LineTally } from './answer-lines.js';

const requestSchema = z.object({ text: z.string() });

/** Reads JSON Lines `{"text": ...}` and writes the `Classification` of each, or an error, in order. */
export function classifyStream(
  classifier: Classifier,
  input: Readable,
  output: Writable,
): Promise<LineTally> {
  const answer = (request: unknown) => {
    const { data } = requestSchema.safeParse(request);
    return data ? { answer: classifier.classify(data.text) } : { error: 'tidak ada "text" berupa teks' };
  };
  return answerLines(answer, input, output);
}
