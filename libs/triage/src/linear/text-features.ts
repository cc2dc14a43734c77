import { NEGATOR, type CueMatch } from '../cues/match-cues.js';
import type { Reading } from '../text/reading.js';
import { claimFeatures } from './claim-features.js';
import { conceptFeatures } from './concept-features.js';
import { MENTION, QUESTION, type FeatureWord } from './feature-word.js';
import { bucketOf, hashOf, hashPair } from './hash-features.js';
import { HEADS } from './heads.js';
import { NEW, UNCOUNTED } from './mark-words.js';
import { TUNING } from './tuning.js';

/** One hashed feature: its bucket, its value, and the words that gave it (`last` included; -1: the text as a whole). */
export type TakeFeature = (bucket: number, value: number, first: number, last: number) => void;

/** What the values of word and pair features are multiplied by, so that a long text is not certain of everything. */
export const lengthFactor = (words: number): number => TUNING.scale / Math.max(4, words) ** TUNING.power;

const PAIR = 0x51;
const SKIP = 0x52;
const NEGATED = 0x53;
const NOT = hashOf('not', '');

/** Pairs of words within a clause, pairs with one word between, and words behind a negation. `marks` by `markWords`. */
export function pairFeatures(
  { count, words, opensClause }: Reading<FeatureWord>,
  marks: readonly number[],
  factor: number,
  take: TakeFeature,
): void {
  let previous = -1;
  let beforePrevious = -1;
  for (let index = 0; index < count; index++) {
    const mark = marks[index] as number;
    if (mark === UNCOUNTED || opensClause[index]) previous = beforePrevious = -1;
    if (mark === UNCOUNTED) continue;
    const here = words[index] as FeatureWord;
    if (previous >= 0) {
      const before = words[previous] as FeatureWord;
      const left = beforePrevious < 0 ? undefined : (words[beforePrevious] as FeatureWord);
      if (mark === NEW || marks[previous] === NEW) {
        take(bucketOf(hashPair(PAIR, before.hash, here.hash)), factor * TUNING.pair, previous, index);
        if (((before.marks | (left?.marks ?? 0)) & NEGATOR) !== 0) {
          take(bucketOf(hashPair(NEGATED, NOT, here.stemHash)), factor * TUNING.negated, previous, index);
        }
      }
      if (left !== undefined && (mark === NEW || marks[beforePrevious] === NEW)) {
        const bucket = bucketOf(hashPair(SKIP, left.stemHash, here.stemHash));
        take(bucket, factor * TUNING.skip, beforePrevious, index);
      }
    }
    beforePrevious = previous;
    previous = index;
  }
}

/** What stands beside the single words: how the text begins and ends, the kinds of words in it, its shape, its cues. */
export function frameFeatures(
  reading: Reading<FeatureWord>,
  marks: readonly number[],
  cues: readonly CueMatch[],
  take: TakeFeature,
): void {
  edgeFeatures(reading, marks, take);
  conceptFeatures(reading, marks, take);
  shapeFeatures(reading, take);
  cueFeatures(cues, take);
  claimFeatures(reading, cues, take);
}

const FIRST = 0x61;
const LAST = 0x62;
const EDGE_WORDS = 3;

/** How a text begins ("mau tanya ...", "usul ...") and how it ends. */
function edgeFeatures(
  { count, words }: Reading<FeatureWord>,
  marks: readonly number[],
  take: TakeFeature,
): void {
  const edge = (kind: number, index: number): void => {
    const bucket = bucketOf(hashPair(kind, kind, (words[index] as FeatureWord).stemHash));
    take(bucket, TUNING.edge, index, index);
  };
  let seen = 0;
  for (let index = 0; index < count && seen < EDGE_WORDS; index++) {
    if (marks[index] === UNCOUNTED) continue;
    seen++;
    edge(FIRST, index);
  }
  let last = count - 1;
  while (last >= 0 && marks[last] === UNCOUNTED) last--;
  if (last >= 0) edge(LAST, last);
}

const WHOLE = -1;
const LENGTHS = [2, 4, 7, 12, 20, 35, 60, 120];
const LENGTH_BUCKETS = Int32Array.from({ length: LENGTHS.length + 1 }, (_, step) =>
  bucketOf(hashOf('length', String(step))),
);
const BIAS = bucketOf(hashOf('bias', ''));
const ANSWERS = bucketOf(hashOf('answers', ''));
const QUESTIONS = bucketOf(hashOf('questions', ''));

function shapeFeatures({ count, words }: Reading<FeatureWord>, take: TakeFeature): void {
  let step = 0;
  while (step < LENGTHS.length && count > (LENGTHS[step] as number)) step++;
  take(LENGTH_BUCKETS[step] as number, TUNING.shape, WHOLE, WHOLE);
  take(BIAS, 1, WHOLE, WHOLE);
  let mentions = 0;
  while (mentions < count && ((words[mentions] as FeatureWord).marks & MENTION) !== 0) mentions++;
  if (mentions > 1 && mentions < count) take(ANSWERS, TUNING.shape, WHOLE, WHOLE);
  let questions = 0;
  for (let index = 0; index < count; index++) {
    if (((words[index] as FeatureWord).marks & QUESTION) !== 0) questions++;
  }
  if (questions > 1) take(QUESTIONS, TUNING.shape, WHOLE, WHOLE);
}

const MOST_CUES = 6;
const SUM_BUCKETS = Int32Array.from({ length: HEADS }, (_, head) => bucketOf(hashOf('cues', String(head))));
const sums = new Float64Array(HEADS);

/** Each cue by its name, and how much all cues of a class or flag say together. */
function cueFeatures(cues: readonly CueMatch[], take: TakeFeature): void {
  sums.fill(0);
  for (const { cue, first, last } of cues) {
    if (cue.claim >= 0) continue;
    take(cue.bucket, TUNING.cue, first, last);
    sums[cue.head] = (sums[cue.head] as number) + cue.weight;
  }
  for (let head = 0; head < HEADS; head++) {
    const sum = Math.max(-1, Math.min(MOST_CUES, sums[head] as number));
    if (sum !== 0) take(SUM_BUCKETS[head] as number, sum * TUNING.cueSum, WHOLE, WHOLE);
  }
}
