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
  readonly parts: Parts;
}

/**
 * Each part is its value times the {@link HEADS} numbers of `table` from its offset on; it spans the words `first` to
 * `last` (-1: the text as a whole). Parallel lists of `count` items; they may be longer.
 */
export interface Parts {
  count: number;
  table: Float32Array;
  readonly offsets: number[];
  readonly values: number[];
  readonly first: number[];
  readonly last: number[];
}

/** Makes the function that adds up a model's weights over a text. */
export function createScorer(model: TriageModel, lexicon: Lexicon): (text: string) => ScoredText {
  const { rowOf } = model;
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
  const parts: Parts = { count: 0, table: ofWords.table, offsets: [], values: [], first: [], last: [] };
  const add = (row: number, value: number, first: number, last: number): void => {
    const { count, table } = parts;
    const offset = row * HEADS;
    parts.offsets[count] = offset;
    parts.values[count] = value;
    parts.first[count] = first;
    parts.last[count] = last;
    parts.count = count + 1;
    addRow(scores, table, offset, value);
  };
  const take = (bucket: number, value: number, first: number, last: number): void => {
    const row = rowOf[bucket] as number;
    if (row > 0) add(row, value, first, last);
  };
  return (text) => {
    const reading = read(text);
    const cues = matchCues(reading);
    scores.fill(0);
    parts.count = 0;
    parts.table = ofWords.table;
    const factor = lengthFactor(markWords(reading, marks));
    let knowsWords = false;
    for (let index = 0; index < reading.count; index++) {
      if (marks[index] !== NEW) continue;
      const word = reading.words[index] as FeatureWord;
      knowsWords ||= (word.marks & KNOWN) !== 0;
      add(word.row, factor, index, index);
    }
    pairFeatures(reading, marks, factor, take);
    frameFeatures(reading, marks, cues, take);
    return { reading, cues, scores, knowsWords, parts };
  };
}

/** The {@link HEADS} columns one by one: the innermost step of all, three times as fast as a loop. */
function addRow(scores: Float64Array, table: Float32Array, offset: number, value: number): void {
  scores[0] = (scores[0] as number) + (table[offset] as number) * value;
  scores[1] = (scores[1] as number) + (table[offset + 1] as number) * value;
  scores[2] = (scores[2] as number) + (table[offset + 2] as number) * value;
  scores[3] = (scores[3] as number) + (table[offset + 3] as number) * value;
  scores[4] = (scores[4] as number) + (table[offset + 4] as number) * value;
  scores[5] = (scores[5] as number) + (table[offset + 5] as number) * value;
  scores[6] = (scores[6] as number) + (table[offset + 6] as number) * value;
  scores[7] = (scores[7] as number) + (table[offset + 7] as number) * value;
}
