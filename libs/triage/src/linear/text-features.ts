import { REPORT_CLASSES, REPORT_FLAGS, type ReportClass, type ReportFlag } from '@app/report-model';
import type { CueMatch } from '../cues/match-cues.js';
import { NEGATORS } from '../text/negators.js';
import type { Token } from '../text/tokens.js';
import { bucketOf, gramBuckets, hashOf, hashPair } from './hash-features.js';

/** One hashed feature: its bucket, its value, and the tokens that gave it (`last` included; -1: the text as a whole). */
export type TakeFeature = (bucket: number, value: number, first: number, last: number) => void;

/** What of a word does not depend on its neighbours, worked out once per word. */
export interface WordFeatures {
  readonly hash: number;
  readonly stemHash: number;
  readonly buckets: readonly number[];
  readonly values: readonly number[];
}

/** Values of the features, found on held-out themes of the corpus. */
export const TUNING = {
  stem: 1,
  gram: 0.1,
  pair: 1,
  skip: 0.5,
  negated: 1,
  cue: 0.5,
  cueSum: 0.5,
  shape: 0.4,
  edge: 0.5,
  power: 0.5,
  scale: 2,
};

/** The word, its stem and its letter pieces. Placeholders have no letters. */
export function wordFeatures(word: string, stem: string): WordFeatures {
  const hash = hashOf('w', word);
  const stemHash = hashOf('s', stem);
  const buckets = [bucketOf(hash), bucketOf(stemHash)];
  const grams = word.startsWith('_') ? [] : gramBuckets(word);
  return {
    hash,
    stemHash,
    buckets: [...buckets, ...grams],
    values: [1, TUNING.stem, ...grams.map(() => TUNING.gram)],
  };
}

/** What the values of word and pair features are multiplied by, so that a long text is not certain of everything. */
export const lengthFactor = (words: number): number => TUNING.scale / Math.max(4, words) ** TUNING.power;

const PAIR = 0x51;
const SKIP = 0x52;
const NEGATED = 0x53;
const NOT = hashOf('not', '');

/**
 * The features that take more than one word, given what `wordFeatures` says of each token: pairs within a clause, words
 * behind a negation, how the text begins and ends, its shape, and the cues in it.
 */
export function contextFeatures(
  tokens: readonly Token[],
  words: readonly WordFeatures[],
  isCounted: readonly boolean[],
  isNew: readonly boolean[],
  factor: number,
  cues: readonly CueMatch[],
  take: TakeFeature,
): void {
  let previous = -1;
  let beforePrevious = -1;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (!isCounted[index] || token.opensClause) previous = beforePrevious = -1;
    if (!isCounted[index]) continue;
    const here = words[index] as WordFeatures;
    if (previous >= 0) {
      const before = words[previous] as WordFeatures;
      if (isNew[index] || isNew[previous]) {
        take(bucketOf(hashPair(PAIR, before.hash, here.hash)), factor * TUNING.pair, previous, index);
        const isNegated =
          NEGATORS.has((tokens[previous] as Token).word) ||
          (beforePrevious >= 0 && NEGATORS.has((tokens[beforePrevious] as Token).word));
        if (isNegated)
          take(bucketOf(hashPair(NEGATED, NOT, here.stemHash)), factor * TUNING.negated, previous, index);
      }
      if (beforePrevious >= 0 && (isNew[index] || isNew[beforePrevious])) {
        const left = words[beforePrevious] as WordFeatures;
        take(
          bucketOf(hashPair(SKIP, left.stemHash, here.stemHash)),
          factor * TUNING.skip,
          beforePrevious,
          index,
        );
      }
    }
    beforePrevious = previous;
    previous = index;
  }
  edgeFeatures(isCounted, words, take);
  shapeFeatures(tokens, take);
  cueFeatures(cues, take);
}

const FIRST = 0x61;
const LAST = 0x62;

/** How a text begins ("mau tanya ...", "usul ...") and how it ends. */
function edgeFeatures(
  isCounted: readonly boolean[],
  words: readonly WordFeatures[],
  take: TakeFeature,
): void {
  let seen = 0;
  for (let index = 0; index < isCounted.length && seen < 3; index++) {
    if (!isCounted[index]) continue;
    seen++;
    take(
      bucketOf(hashPair(FIRST, FIRST, (words[index] as WordFeatures).stemHash)),
      TUNING.edge,
      index,
      index,
    );
  }
  const last = isCounted.lastIndexOf(true);
  if (last >= 0) {
    take(bucketOf(hashPair(LAST, LAST, (words[last] as WordFeatures).stemHash)), TUNING.edge, last, last);
  }
}

const WHOLE = -1;
const LENGTHS = [2, 4, 7, 12, 20, 35, 60, 120];

const LENGTH_BUCKETS = Array.from({ length: LENGTHS.length + 1 }, (_, step) =>
  bucketOf(hashOf('length', String(step))),
);
const BIAS = bucketOf(hashOf('bias', ''));
const ANSWERS = bucketOf(hashOf('answers', ''));
const QUESTIONS = bucketOf(hashOf('questions', ''));

function shapeFeatures(tokens: readonly Token[], take: TakeFeature): void {
  const step = LENGTHS.filter((length) => tokens.length > length).length;
  take(LENGTH_BUCKETS[step] ?? BIAS, TUNING.shape, WHOLE, WHOLE);
  take(BIAS, 1, WHOLE, WHOLE);
  let questions = 0;
  for (const { word } of tokens) if (word === '_tanya') questions++;
  const mentions = tokens.findIndex(({ word }) => word !== '_sebut');
  if (mentions > 1) take(ANSWERS, TUNING.shape, WHOLE, WHOLE);
  if (questions > 1) take(QUESTIONS, TUNING.shape, WHOLE, WHOLE);
}

const MOST_CUES = 6;
const SUM_BUCKETS = new Map(
  [...REPORT_CLASSES, ...REPORT_FLAGS].map((name) => [name, bucketOf(hashOf('cues', name))] as const),
);

/** Each cue by its name, and how much all cues of a class or flag say together. */
function cueFeatures(cues: readonly CueMatch[], take: TakeFeature): void {
  const sums = new Map<ReportClass | ReportFlag, number>();
  for (const match of cues) {
    take(match.cue.bucket, TUNING.cue, match.firstToken, match.lastToken);
    sums.set(match.cue.supports, (sums.get(match.cue.supports) ?? 0) + match.cue.weight);
  }
  for (const [supports, sum] of sums) {
    const value = Math.max(-1, Math.min(MOST_CUES, sum));
    take(SUM_BUCKETS.get(supports) ?? BIAS, value * TUNING.cueSum, WHOLE, WHOLE);
  }
}
