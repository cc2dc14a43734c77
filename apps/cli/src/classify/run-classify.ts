import type { Readable, Writable } from 'node:stream';
import { createClassifier, type TriageModel } from '@app/triage';
import { classifyStream } from './classify-stream.js';

/**
 * `wadah classify`. Returns the exit status: 0, or 1 when a line could not be read. A reader that goes away early
 * (`| head`) is no failure.
 */
export async function runClassify(model: TriageModel, stdin: Readable, stdout: Writable): Promise<number> {
  try {
    const { rejected } = await classifyStream(createClassifier(model), stdin, stdout);
    return rejected === 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 0;
    throw error;
  }
}
