import { matchCues } from '../cues/match-cues.js';
import { tokenize, type Token } from '../text/tokens.js';
import { countedWords } from '../linear/counted-words.js';
import { HEADS } from '../linear/heads.js';
import { contextFeatures, lengthFactor, wordFeatures } from '../linear/text-features.js';

/** A text as the trainer sees it: buckets with their values, each bucket once. */
export interface Vector {
  readonly buckets: Uint32Array;
  readonly values: Float32Array;
  /** How many of them, from the first on, are words and pairs of words; the rest is cues, shape and edges. */
  readonly lexical: number;
}

/** The features of a text, exactly those that the classifier adds up. */
export function vectorise(text: string): Vector {
  const tokens = tokenize(text);
  const words = tokens.map(({ word, stem }) => wordFeatures(word, stem));
  const isCounted = countedWords(tokens);
  const isNew = firstOccurrences(tokens, isCounted);
  const sums = new Map<number, number>();
  const add = (bucket: number, value: number): void => void sums.set(bucket, (sums.get(bucket) ?? 0) + value);
  const factor = lengthFactor(isNew.filter(Boolean).length);
  words.forEach(({ buckets, values }, index) => {
    if (isNew[index])
      buckets.forEach((bucket, place) => {
        add(bucket, (values[place] ?? 0) * factor);
      });
  });
  let lexical = sums.size;
  contextFeatures(
    tokens,
    words,
    isCounted,
    isNew,
    factor,
    matchCues(tokens),
    (bucket, value, first, last) => {
      add(bucket, value);
      if (first < last && value <= factor) lexical = sums.size;
    },
  );
  return { buckets: Uint32Array.from(sums.keys()), values: Float32Array.from(sums.values()), lexical };
}

function firstOccurrences(tokens: readonly Token[], isCounted: readonly boolean[]): boolean[] {
  const seen = new Set<string>();
  return tokens.map((token, index) => {
    if (!isCounted[index] || seen.has(token.word)) return false;
    seen.add(token.word);
    return true;
  });
}

/** What a dense table of weights says of a text, one score per head. */
export function scoreVector({ buckets, values }: Vector, weights: Float32Array): number[] {
  const scores = new Array<number>(HEADS).fill(0);
  buckets.forEach((bucket, place) => {
    const value = values[place] ?? 0;
    for (let head = 0; head < HEADS; head++) {
      scores[head] = (scores[head] ?? 0) + (weights[bucket * HEADS + head] ?? 0) * value;
    }
  });
  return scores;
}
