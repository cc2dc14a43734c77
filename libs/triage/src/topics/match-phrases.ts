import type { Reading } from '../text/reading.js';
import { readSteps, WordLists, type Step } from './phrase-steps.js';

/** A phrase of a topic with what it says for it. */
export interface Phrase<Owner> {
  readonly owner: Owner;
  readonly text: string;
  /** May be negative. */
  readonly weight: number;
}

export interface PhraseMatch<Owner> {
  readonly phrase: Phrase<Owner>;
  /** Indexes into the words, the last one included. */
  readonly first: number;
  readonly last: number;
}

/** A phrase taken apart: what stands behind its first word, as numbers of steps or {@link GAP}. */
interface PhraseSteps<Owner> {
  readonly phrase: Phrase<Owner>;
  readonly steps: readonly number[];
}

/** What must be known of a word to find phrases; worked out once per word. */
export interface PhraseWord<Owner> {
  readonly word: string;
  /** The phrases that may begin with it. */
  readonly phrases: readonly PhraseSteps<Owner>[];
  /** Numbers of the steps further on in a phrase that it may stand for. */
  readonly fills: readonly number[];
}

export interface PhraseMatcher<Owner> {
  describe(word: string, stem: string): PhraseWord<Owner>;
  /** The phrases that stand in a text, each once, at its first place. */
  match(reading: Reading<PhraseWord<Owner>>): PhraseMatch<Owner>[];
}

/** A few words, whatever they are. */
const GAP = -1;
/** So many, at most. */
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
 * Makes what finds phrases in a text. Words are compared in standard spelling, or by stem where the phrase's word is
 * itself a stem (`=lurah`: the word alone, not kelurahan). `a|b` means either word, `..` up to four words in between; a
 * phrase never reaches over punctuation.
 */
export function compilePhrases<Owner>(phrases: readonly Phrase<Owner>[]): PhraseMatcher<Owner> {
  const begins = new WordLists<PhraseSteps<Owner>>();
  const fills = new WordLists<number>();
  const numbers = new Map<string, number>();
  const numberOf = (step: Step | null): number => {
    if (step === null) return GAP;
    const name = `${[...step.words].join('|')} ${[...step.stems].join('|')}`;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(name, number);
    fills.add(step, number);
    return number;
  };
  for (const phrase of phrases) {
    const [first, ...rest] = phrase.text.split(/\s+/).flatMap(readSteps);
    if (first) begins.add(first, { phrase, steps: rest.map(numberOf) });
  }
  return {
    describe: (word, stem) => ({ word, phrases: begins.of(word, stem), fills: fills.of(word, stem) }),
    match: matchPhrases,
  };
}

function matchPhrases<Owner>(reading: Reading<PhraseWord<Owner>>): PhraseMatch<Owner>[] {
  const found: PhraseMatch<Owner>[] = [];
  for (let first = 0; first < reading.count; first++) {
    const { phrases } = reading.words[first] as PhraseWord<Owner>;
    for (let place = 0; place < phrases.length; place++) {
      const { phrase, steps } = phrases[place] as PhraseSteps<Owner>;
      const last = findEnd(reading, first, steps);
      if (last >= 0 && !isAmong(found, phrase)) found.push({ phrase, first, last });
    }
  }
  return found;
}

function isAmong<Owner>(found: readonly PhraseMatch<Owner>[], phrase: Phrase<Owner>): boolean {
  for (let index = 0; index < found.length; index++) {
    if ((found[index] as PhraseMatch<Owner>).phrase === phrase) return true;
  }
  return false;
}

/** The index of the word that completes the steps behind `first`, or -1. */
function findEnd<Owner>(
  { count, words, opensClause }: Reading<PhraseWord<Owner>>,
  first: number,
  steps: readonly number[],
): number {
  let position = first + 1;
  let reach = 0;
  for (let place = 0; place < steps.length; place++) {
    const step = steps[place] as number;
    if (step === GAP) {
      reach = GAP_WORDS;
      continue;
    }
    const limit = position + reach;
    for (;;) {
      if (position >= count || opensClause[position] || position > limit) return -1;
      if ((words[position] as PhraseWord<Owner>).fills.includes(step)) break;
      position++;
    }
    position++;
    reach = 0;
  }
  return position - 1;
}
