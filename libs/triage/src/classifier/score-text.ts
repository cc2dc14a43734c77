import { matchCues, type CueMatch } from '../cues/match-cues.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { featureWord, KNOWN, type FeatureWord } from '../linear/feature-word.js';
import { HEADS } from '../linear/heads.js';
import { markWords, NEW } from '../linear/mark-words.js';
import { frameFeatures, lengthFactor, pairFeatures } from '../linear/text-features.js';
import type { TriageModel } from '../linear/triage-model.js';
import { createReader, type Reading } from '../text/reading.js';
import { WordRows } from './word-rows.js';

/** A scored text and the parts that its scores are sums of. Valid until the next text is scored. */
export interface ScoredText {
  readonly reading: Reading<FeatureWord>;
  readonly cues: readonly CueMatch[];
  /** One sum per head. */
  readonly scores: Float64Array;
  readonly knowsWords: boolean;
  /** How many different words count. */
  readonly differentWords: number;
  readonly parts: Parts;
}

/**
 * Each part is its value times the {@link HEADS} numbers of `table` from its offset on; it spans the words `first` to
 * `last` (-1: the text as a whole). Parallel lists of `count` items; they may be longer.
 */
export interface Parts {
  count: number;
  /** How many of them, from the first on, are words and pairs of words; the rest is cues, kinds, shape and edges. */
  lexical: number;
  table: Float32Array;
  readonly offsets: number[];
  readonly values: number[];
  readonly first: number[];
  readonly last: number[];
}

/** Makes the function that adds up a model's weights over a text. */
export function createScorer(model: TriageModel, lexicon: Lexicon): (text: string) => ScoredText {
  const { rowOf } = model;
  const learnt = bitsOf(rowOf);
  const ofWords = new WordRows(model);
  const read = createReader(
    lexicon,
    (word, stem) => ofWords.look(featureWord(word, stem)),
    () => {
      ofWords.clear();
    },
  );
  const scores = new Float64Array(HEADS);
  const marks: number[] = [];
  const parts: Parts = {
    count: 0,
    lexical: 0,
    table: ofWords.table,
    offsets: [],
    values: [],
    first: [],
    last: [],
  };
  const add = (row: number, value: number, first: number, last: number): void => {
    const { count } = parts;
    parts.offsets[count] = row * HEADS;
    parts.values[count] = value;
    parts.first[count] = first;
    parts.last[count] = last;
    parts.count = count + 1;
  };
  const take = (bucket: number, value: number, first: number, last: number): void => {
    if (((learnt[bucket >>> 5] as number) & (1 << (bucket & 31))) === 0) return;
    add(rowOf[bucket] as number, value, first, last);
  };
  return (text) => {
    const reading = read(text);
    const cues = matchCues(reading);
    parts.count = 0;
    parts.table = ofWords.table;
    const differentWords = markWords(reading, marks);
    const factor = lengthFactor(differentWords);
    let knowsWords = false;
    for (let index = 0; index < reading.count; index++) {
      if (marks[index] !== NEW) continue;
      const word = reading.words[index] as FeatureWord;
      knowsWords ||= (word.marks & KNOWN) !== 0;
      add(word.row, factor, index, index);
    }
    pairFeatures(reading, marks, factor, take);
    parts.lexical = parts.count;
    frameFeatures(reading, marks, cues, take);
    sum(parts, scores);
    return { reading, cues, scores, knowsWords, differentWords, parts };
  };
}

/**
 * One bit for each bucket that has a row. Most buckets of a text have none, and these 32 KiB stay in the processor's
 * nearest cache, where `rowOf` does not fit.
 */
function bitsOf(rowOf: Int32Array): Int32Array {
  const bits = new Int32Array(rowOf.length >>> 5);
  rowOf.forEach((row, bucket) => {
    if (row > 0) bits[bucket >>> 5] = (bits[bucket >>> 5] as number) | (1 << (bucket & 31));
  });
  return bits;
}

/**
 * Adds up all parts. One variable for each of the {@link HEADS} columns, in one loop with nothing else in it: they stay in
 * the processor's registers, and it fetches the next rows while it adds.
 */
function sum({ count, table, offsets, values }: Parts, scores: Float64Array): void {
  let [c0, c1, c2, c3, c4, c5, c6, c7] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let part = 0; part < count; part++) {
    const at = offsets[part] as number;
    const value = values[part] as number;
    c0 += (table[at] as number) * value;
    c1 += (table[at + 1] as number) * value;
    c2 += (table[at + 2] as number) * value;
    c3 += (table[at + 3] as number) * value;
    c4 += (table[at + 4] as number) * value;
    c5 += (table[at + 5] as number) * value;
    c6 += (table[at + 6] as number) * value;
    c7 += (table[at + 7] as number) * value;
  }
  scores.set([c0, c1, c2, c3, c4, c5, c6, c7]);
}
