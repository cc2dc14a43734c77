import type { CueMatch } from '../cues/match-cues.js';
import { countedWords } from '../linear/counted-words.js';
import { HEADS } from '../linear/heads.js';
import { contextFeatures, lengthFactor, wordFeatures, type WordFeatures } from '../linear/text-features.js';
import type { TriageModel } from '../linear/triage-model.js';
import type { Token } from '../text/tokens.js';

/** The parts of one text's score, valid until the next text is scored: contribution `index` spans tokens `first[index]` to `last[index]` (-1: whole text). */
export interface TokenScore {
  /** One sum per head. */
  readonly scores: Float64Array;
  readonly count: number;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** {@link HEADS} numbers per contribution. */
  readonly values: Float64Array;
  /** Whether any word was known to the model. */
  readonly knowsWords: boolean;
}

interface KnownWord {
  readonly features: WordFeatures;
  /** What word, stem and letter pieces say together, before the length factor. */
  readonly vector: Float32Array;
  readonly isKnown: boolean;
}

/** Word and stem come first among a word's features; letter pieces alone make no word known. */
const WHOLE_WORD = 2;
/** Emptied at once when full: citizens' vocabulary is smaller, junk is not. */
const MAX_CACHED = 50_000;

/**
 * Makes the function that adds up a model's weights over a text. A word's own part does not depend on its neighbours
 * and is worked out once per word: this is what makes letter pieces affordable.
 */
export function createScorer(
  model: TriageModel,
): (tokens: readonly Token[], cues: readonly CueMatch[]) => TokenScore {
  const cache = new Map<string, KnownWord>();
  const wordOf = ({ word, stem }: Token): KnownWord => {
    const cached = cache.get(word);
    if (cached !== undefined) return cached;
    const known = readWord(model, wordFeatures(word, stem));
    if (cache.size >= MAX_CACHED) cache.clear();
    cache.set(word, known);
    return known;
  };

  let parts = emptyParts(1_000);
  return (tokens, cues) => {
    const scores = new Float64Array(HEADS);
    let count = 0;
    const words: WordFeatures[] = [];
    const known: KnownWord[] = [];
    const isNew: boolean[] = [];
    const seen = new Set<string>();
    const isCounted = countedWords(tokens);
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index] as Token;
      const word = wordOf(token);
      known.push(word);
      words.push(word.features);
      const isFirst = isCounted[index] === true && !seen.has(token.word);
      if (isFirst) seen.add(token.word);
      isNew.push(isFirst);
    }
    const factor = lengthFactor(seen.size);
    let knowsWords = false;
    const add = (row: ArrayLike<number>, offset: number, value: number, from: number, to: number): void => {
      if (count === parts.first.length) parts = grown(parts);
      parts.first[count] = from;
      parts.last[count] = to;
      const place = count * HEADS;
      count++;
      for (let head = 0; head < HEADS; head++) {
        const part = (row[offset + head] as number) * value;
        scores[head] = (scores[head] as number) + part;
        parts.values[place + head] = part;
      }
    };
    for (let index = 0; index < tokens.length; index++) {
      const { vector, isKnown } = known[index] as KnownWord;
      if (!isNew[index]) continue;
      knowsWords ||= isKnown;
      add(vector, 0, factor, index, index);
    }
    contextFeatures(tokens, words, isCounted, isNew, factor, cues, (bucket, value, from, to) => {
      const row = model.rowOf[bucket] as number;
      if (row > 0) add(model.weights, row * HEADS, value, from, to);
    });
    return { scores, count, ...parts, knowsWords };
  };
}

type Parts = Pick<TokenScore, 'first' | 'last' | 'values'>;

function emptyParts(size: number): Parts {
  return { first: new Int32Array(size), last: new Int32Array(size), values: new Float64Array(size * HEADS) };
}

function grown({ first, last, values }: Parts): Parts {
  const larger = emptyParts(first.length * 2);
  larger.first.set(first);
  larger.last.set(last);
  larger.values.set(values);
  return larger;
}

function readWord({ rowOf, weights }: TriageModel, features: WordFeatures): KnownWord {
  const vector = new Float32Array(HEADS);
  let isKnown = false;
  features.buckets.forEach((bucket, place) => {
    const row = rowOf[bucket] ?? 0;
    if (row === 0) return;
    isKnown ||= place < WHOLE_WORD;
    const value = features.values[place] ?? 0;
    for (let head = 0; head < HEADS; head++) {
      vector[head] = (vector[head] ?? 0) + (weights[row * HEADS + head] ?? 0) * value;
    }
  });
  return { features, vector, isKnown };
}
