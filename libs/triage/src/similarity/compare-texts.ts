import { wordPairs } from './word-pairs.js';

export type SimilarityReason =
  /** The same text, letter for letter. */
  | { readonly kind: 'identical' }
  /** The same words in the same order, spelt or set otherwise. */
  | { readonly kind: 'respelled' }
  /** Share of the word pairs of both that both have, 0 to 1 (Dice coefficient). */
  | { readonly kind: 'shared'; readonly share: number }
  /** Share of the shorter text's word pairs that stand in the longer one: a text that was continued or cut. */
  | { readonly kind: 'contained'; readonly share: number };

export interface Similarity {
  /** One is a resubmission, an edited version or a copy of the other. */
  readonly duplicate: boolean;
  /** 0 to 1; from {@link DUPLICATE_SCORE} on the texts count as the same. */
  readonly score: number;
  /** The heaviest first; empty when the texts share nothing. */
  readonly reasons: readonly SimilarityReason[];
}

/** Half of what both say is the same. */
export const DUPLICATE_SCORE = 0.5;
/** A text of which three quarters stand in the other one is as much the same as two that share half. */
const CONTAINED_WEIGHT = DUPLICATE_SCORE / 0.75;
/** Shorter texts stand in a longer one by chance. */
const LEAST_CONTAINED = 8;

/** Compares two texts of any length and content; symmetric, linear in their length. */
export function compareTexts(a: string, b: string): Similarity {
  return comparePairs({ text: a, pairs: wordPairs(a) }, { text: b, pairs: wordPairs(b) });
}

export interface ReadText {
  readonly text: string;
  readonly pairs: ReadonlySet<number>;
}

/** As {@link compareTexts}, for one text beside many: its pairs are read once. */
export function comparePairs(a: ReadText, b: ReadText): Similarity {
  const text = a.text.trim();
  if (text !== '' && text === b.text.trim()) return same('identical');
  const [small, large] = a.pairs.size <= b.pairs.size ? [a.pairs, b.pairs] : [b.pairs, a.pairs];
  let common = 0;
  for (const pair of small) if (large.has(pair)) common++;
  if (common === 0) return { duplicate: false, score: 0, reasons: [] };
  if (common === large.size) return same('respelled');

  const shared = (2 * common) / (small.size + large.size);
  const contained = small.size >= LEAST_CONTAINED ? common / small.size : 0;
  const score = Math.max(shared, contained * CONTAINED_WEIGHT);
  const isContained = contained * CONTAINED_WEIGHT > shared;
  return {
    duplicate: score >= DUPLICATE_SCORE,
    score,
    reasons: [
      ...(isContained ? [{ kind: 'contained', share: contained } as const] : []),
      { kind: 'shared', share: shared },
    ],
  };
}

function same(kind: 'identical' | 'respelled'): Similarity {
  return { duplicate: true, score: 1, reasons: [{ kind }] };
}
