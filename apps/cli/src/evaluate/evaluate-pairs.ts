import { createReadStream } from 'node:fs';
import { compareTexts } from '@app/triage';
import { z } from 'zod';
import { splitLines } from '../classify/split-lines.js';
import { readRows, type ReadFile } from './read-rows.js';

const text = z.string({ error: 'harus berupa teks' });
const pairSchema = z.object(
  { a: text, b: text, duplicate: z.boolean({ error: 'harus true atau false' }) },
  { error: 'bukan objek JSON' },
);
export type LabelledPair = z.infer<typeof pairSchema>;

/** Fractions from 0 to 1, of the pairs that are duplicates. */
export interface PairReport {
  readonly pairs: number;
  readonly duplicates: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Whether the first row holds two texts; what the others hold is checked when they are read. */
export async function holdsPairs(file: string): Promise<boolean> {
  for await (const lines of splitLines(createReadStream(file))) {
    const first = lines.find(({ text: line }) => line?.trim() !== '');
    if (first) return /^\s*\{\s*"[ab]"\s*:/.test(first.text ?? '');
  }
  return false;
}

export function readPairs(file: string): Promise<ReadFile<LabelledPair>> {
  return readRows(file, pairSchema);
}

export function evaluatePairs(pairs: readonly LabelledPair[]): PairReport {
  const judged = pairs.map(({ a, b, duplicate }) => ({ duplicate, said: compareTexts(a, b).duplicate }));
  const duplicates = judged.filter(({ duplicate }) => duplicate).length;
  const said = judged.filter((pair) => pair.said).length;
  const both = judged.filter((pair) => pair.said && pair.duplicate).length;
  return {
    pairs: pairs.length,
    duplicates,
    precision: ratio(both, said),
    recall: ratio(both, duplicates),
    f1: ratio(2 * both, said + duplicates),
  };
}

/** As text for a terminal. */
export function printPairReport({ pairs, duplicates, precision, recall, f1 }: PairReport): string {
  const figures = [precision, recall, f1].map((figure) => figure.toFixed(3));
  return `${pairs} pasangan, ${duplicates} ganda\npresisi ${figures[0]}  recall ${figures[1]}  F1 ${figures[2]}\n`;
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
