import { standardWords } from '../text/standard-word.js';
import type { Token } from '../text/tokens.js';

/** A phrase of a topic with what it says for it. */
export interface Phrase<Owner> {
  readonly owner: Owner;
  readonly text: string;
  /** May be negative. */
  readonly weight: number;
}

export interface PhraseMatch<Owner> {
  readonly phrase: Phrase<Owner>;
  /** Indexes into the tokens, the last one included. */
  readonly first: number;
  readonly last: number;
}

/** What a token may be: its word, or its stem. */
interface Step {
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
}
const GAP = 'gap';
interface Compiled<Owner> {
  readonly phrase: Phrase<Owner>;
  readonly steps: readonly (Step | typeof GAP)[];
}

/** Words that `..` may stand for, at most. */
const GAP_WORDS = 4;

/** Reads `weight: phrase, phrase` lines. */
export function readPhrases<Owner>(owner: Owner, lines: readonly string[]): Phrase<Owner>[] {
  return lines.flatMap((line) => {
    const colon = line.indexOf(':');
    const weight = Number(line.slice(0, colon));
    return line
      .slice(colon + 1)
      .split(',')
      .map((text) => ({ owner, weight, text: text.trim() }))
      .filter(({ text }) => text !== '');
  });
}

/**
 * Makes the function that finds phrases in a tokenised text, each once, at its first place. Words are compared in
 * standard spelling, or by stem where the phrase's word is itself a stem (`=lurah`: the word alone, not kelurahan).
 * `a|b` means either word, `..` up to four words in between; a phrase never reaches over punctuation.
 */
export function compilePhrases<Owner>(
  phrases: readonly Phrase<Owner>[],
): (tokens: readonly Token[]) => PhraseMatch<Owner>[] {
  const byWord = new Map<string, Compiled<Owner>[]>();
  const byStem = new Map<string, Compiled<Owner>[]>();
  for (const phrase of phrases) {
    const steps = phrase.text.split(/\s+/).flatMap(readSteps);
    const [first] = steps;
    if (first === undefined || first === GAP) continue;
    for (const word of first.words) addTo(byWord, word, { phrase, steps });
    for (const stem of first.stems) addTo(byStem, stem, { phrase, steps });
  }
  return (tokens) => {
    const found: PhraseMatch<Owner>[] = [];
    const seen = new Set<Phrase<Owner>>();
    const tryAll = (candidates: readonly Compiled<Owner>[] | undefined, first: number): void => {
      if (candidates === undefined) return;
      for (const { phrase, steps } of candidates) {
        if (seen.has(phrase)) continue;
        const last = findEnd(tokens, first, steps);
        if (last < 0) continue;
        seen.add(phrase);
        found.push({ phrase, first, last });
      }
    };
    for (let index = 0; index < tokens.length; index++) {
      const { word, stem } = tokens[index] as Token;
      tryAll(byWord.get(word), index);
      if (stem !== word) tryAll(byStem.get(stem), index);
    }
    return found;
  };
}

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Lists may be written in any spelling; a word that stands for several becomes as many steps. */
function readSteps(part: string): (Step | typeof GAP)[] {
  if (part === '..') return [GAP];
  const choices = part.split('|').map((choice) => {
    const isExact = choice.startsWith('=');
    return { isExact, words: standardWords(isExact ? choice.slice(1) : choice) };
  });
  const [only] = choices;
  if (choices.length === 1 && only) return only.words.map((word) => stepOf([{ ...only, words: [word] }]));
  return [stepOf(choices.filter(({ words }) => words.length === 1))];
}

function stepOf(choices: readonly { isExact: boolean; words: readonly string[] }[]): Step {
  const inexact = choices.filter(({ isExact }) => !isExact);
  return {
    words: new Set(choices.flatMap(({ words }) => words)),
    stems: new Set(inexact.flatMap(({ words }) => words)),
  };
}

/** The index of the token that completes the steps from `index` on, or -1. */
function findEnd(tokens: readonly Token[], index: number, steps: readonly (Step | typeof GAP)[]): number {
  let position = index + 1;
  let reach = 0;
  for (let step = 1; step < steps.length; step++) {
    const wanted = steps[step];
    if (wanted === undefined || wanted === GAP) {
      reach = GAP_WORDS;
      continue;
    }
    const limit = position + reach;
    for (;;) {
      const token = tokens[position];
      if (token === undefined || token.opensClause || position > limit) return -1;
      if (wanted.words.has(token.word) || wanted.stems.has(token.stem)) break;
      position++;
    }
    position++;
    reach = 0;
  }
  return position - 1;
}
