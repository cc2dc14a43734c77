import { cuesFrom, stepsFilledBy } from '../cues/cue-index.js';
import { cueMarks, PLACEHOLDER, type CueWord } from '../cues/match-cues.js';
import { SHIPPED_LEXICON } from '../lexicon/lexicon.js';
import { createReader } from '../text/reading.js';
import { conceptsOf } from './concepts.js';
import { isFarewell, isGreeting } from './courtesy.js';
import { FUNCTION_WORDS } from './function-words.js';
import { bucketOf, gramBuckets, hashOf } from './hash-features.js';
import { TUNING } from './tuning.js';

/** What of a word does not depend on its neighbours: worked out once per word, and small, for it is looked at often. */
export interface FeatureWord extends CueWord {
  /** Its {@link MENTION} and other marks, one bit each. */
  marks: number;
  readonly hash: number;
  readonly stemHash: number;
  /** Kinds of words it belongs to, one bit each. */
  readonly concepts: number;
  /** Number of the text that it last stood in, see `markWords`. */
  lastText: number;
  /** Its row in a scorer's table of what words say; -1 outside of one. */
  row: number;
}

export const MENTION = 1 << 4;
export const GREETING = 1 << 5;
export const FAREWELL = 1 << 6;
export const QUESTION = 1 << 7;
/** The model has learnt of the word or its stem; letter pieces alone make no word known. */
export const KNOWN = 1 << 8;
export const FUNCTION = 1 << 9;
/** It asks, or it wishes: beside a claim that something failed it means something else than alone. */
export const ASKS = 1 << 10;
export const WISHES = 1 << 11;

const ASKING_WORDS = new Set(
  '_tanya apakah bagaimana kapan berapa mana tanya bertanya menanyakan informasi siapa'.split(' '),
);
const WISHING_WORDS = new Set(
  'semoga moga harap berharap usul usulan saran sebaiknya alangkah andai mohon minta tolong mengajukan ingin ide masukan'.split(
    ' ',
  ),
);

export function featureWord(word: string, stem: string): FeatureWord {
  return {
    word,
    stem,
    cues: cuesFrom(word, stem),
    fills: stepsFilledBy(word, stem),
    marks:
      cueMarks(word) |
      (word === '_sebut' ? MENTION : 0) |
      (isGreeting(word) ? GREETING : 0) |
      (isFarewell(word) ? FAREWELL : 0) |
      (word === '_tanya' ? QUESTION : 0) |
      (FUNCTION_WORDS.has(word) ? FUNCTION : 0) |
      (ASKING_WORDS.has(word) ? ASKS : 0) |
      (WISHING_WORDS.has(word) ? WISHES : 0),
    hash: hashOf('w', word),
    stemHash: hashOf('s', stem),
    concepts: conceptsOf(word, stem),
    lastText: 0,
    row: -1,
  };
}

/** Splits a text by the shipped lexicon. */
export const readWords = createReader(SHIPPED_LEXICON, featureWord);

/** Takes one of a word's own features; `isWhole` for the word and its stem, which alone make a word known. */
type TakeOwn = (bucket: number, value: number, isWhole: boolean) => void;

/** The word, its stem and its letter pieces. Placeholders have no letters. */
export function ownFeatures({ word, hash, stemHash, marks }: FeatureWord, take: TakeOwn): void {
  take(bucketOf(hash), 1, true);
  take(bucketOf(stemHash), TUNING.stem, true);
  if ((marks & PLACEHOLDER) === 0) for (const bucket of gramBuckets(word)) take(bucket, TUNING.gram, false);
}
