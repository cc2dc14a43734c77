import type { Readable, Writable } from 'node:stream';
import { compareTexts, type SimilarityReason } from '@app/triage';
import { z } from 'zod';
import { answerLines, endsWith, type LineAnswer } from '../classify/answer-lines.js';

const requestSchema = z.object({ a: z.string(), b: z.string() });

/**
 * `wadah similar`: JSON Lines `{"a": ..., "b": ...}` in, `{"duplicate", "score", "reasons"}` out, in order. Returns the
 * exit status: 0, or 1 when a line could not be read.
 */
export async function runSimilar(stdin: Readable, stdout: Writable): Promise<number> {
  return endsWith(answerLines(compare, stdin, stdout));
}

function compare(request: unknown): LineAnswer {
  const { data } = requestSchema.safeParse(request);
  if (!data) return { error: '"a" dan "b" harus ada dan berupa teks' };
  const { duplicate, score, reasons } = compareTexts(data.a, data.b);
  return { answer: { duplicate, score, reasons: reasons.map(inWords) } };
}

function inWords(reason: SimilarityReason): string {
  switch (reason.kind) {
    case 'identical':
      return 'teks sama persis';
    case 'respelled':
      return 'kata-kata sama, ejaan atau tanda bacanya lain';
    case 'contained':
      return `${percent(reason.share)} dari teks yang lebih pendek ada di teks yang lain`;
    case 'shared':
      return `${percent(reason.share)} dari pasangan kata sama`;
  }
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
