import { matchCues } from '../cues/match-cues.js';
import { ownFeatures, readWords, type FeatureWord } from '../linear/feature-word.js';
import { markWords, NEW } from '../linear/mark-words.js';
import { frameFeatures, lengthFactor, pairFeatures } from '../linear/text-features.js';

/** A text as the trainer sees it: buckets with their values, each bucket once. */
export interface Vector {
  readonly buckets: Uint32Array;
  readonly values: Float32Array;
  /** How many of them, from the first on, are words and pairs of words; the rest is cues, kinds, shape and edges. */
  readonly lexical: number;
}

/** The features of a text, exactly those that the classifier adds up. */
export function vectorise(text: string): Vector {
  const reading = readWords(text);
  const marks: number[] = [];
  const factor = lengthFactor(markWords(reading, marks));
  const sums = new Map<number, number>();
  const add = (bucket: number, value: number): void => void sums.set(bucket, (sums.get(bucket) ?? 0) + value);
  for (let index = 0; index < reading.count; index++) {
    if (marks[index] !== NEW) continue;
    ownFeatures(reading.words[index] as FeatureWord, (bucket, value) => {
      add(bucket, value * factor);
    });
  }
  pairFeatures(reading, marks, factor, add);
  const lexical = sums.size;
  frameFeatures(reading, marks, matchCues(reading), add);
  return { buckets: Uint32Array.from(sums.keys()), values: Float32Array.from(sums.values()), lexical };
}
