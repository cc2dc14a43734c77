import type { Readable, Writable } from 'node:stream';
import type { Triage } from '@app/triage';
import { endsWith } from './answer-lines.js';
import { classifyStream } from './classify-stream.js';

/** `wadah classify`. Returns the exit status: 0, or 1 when a line could not be read. */
export async function runClassify(
  triage: { classify(text: string): Triage },
  stdin: Readable,
  stdout: Writable,
): Promise<number> {
  return endsWith(classifyStream(triage, stdin, stdout));
}
