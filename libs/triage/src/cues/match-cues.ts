import { NEGATORS } from '../text/negators.js';
import type { Reading } from '../text/reading.js';
import type { Cue } from './cue.js';
import { GAP, WIDE_GAP, type CueSteps } from './cue-index.js';

/** What must be known of a word to find cues. */
export interface CueWord {
  readonly word: string;
  readonly stem: string;
  /** What {@link cueMarks} says, one bit each; others may use the bits from `1 << 4` on. */
  readonly marks: number;
  /** The cues that may begin with it. */
  readonly cues: readonly CueSteps[];
  /** The steps further on in a cue that it may stand for. */
  readonly fills: readonly number[];
}

export const PLACEHOLDER = 1;
export const NEGATOR = 2;
/** "kurang" turns the meaning of a word and does not deny a cue. */
const DENIER = 4;
/** "bukan hanya pungli" denies nothing. */
const ONLY = 8;
const ONLY_WORDS = new Set(['hanya', 'cuma', 'sekadar', 'sekedar']);

export function cueMarks(word: string): number {
  return (
    (word.startsWith('_') ? PLACEHOLDER : 0) |
    (NEGATORS.has(word) ? NEGATOR : 0) |
    (NEGATORS.has(word) && word !== 'kurang' ? DENIER : 0) |
    (ONLY_WORDS.has(word) ? ONLY : 0)
  );
}

export interface CueMatch {
  readonly cue: Cue;
  /** Indexes into the words, the last one included. */
  readonly first: number;
  readonly last: number;
}

/** Words between a negation and what it denies: "tidak pernah ada pungli". */
const NEGATION_REACH = 3;
const GAP_WORDS = 4;
const WIDE_GAP_WORDS = 12;

/** Every cue that stands in the text and is not denied by a negation before it; each cue once, at its first place. */
export function matchCues(reading: Reading<CueWord>): CueMatch[] {
  const found: CueMatch[] = [];
  for (let first = 0; first < reading.count; first++) {
    const { cues } = reading.words[first] as CueWord;
    for (let place = 0; place < cues.length; place++) {
      const { cue, steps } = cues[place] as CueSteps;
      const last = steps.length === 0 ? first : findEnd(reading, first, steps);
      if (last < 0 || isAmong(found, cue) || isDenied(reading, first)) continue;
      found.push({ cue, first, last });
    }
  }
  return found;
}

function isAmong(found: readonly CueMatch[], cue: Cue): boolean {
  for (let index = 0; index < found.length; index++) if ((found[index] as CueMatch).cue === cue) return true;
  return false;
}

/** The index of the word that completes the steps behind `first`, or -1. */
function findEnd(reading: Reading<CueWord>, first: number, steps: readonly number[]): number {
  let position = first + 1;
  let reach = 0;
  for (let place = 0; place < steps.length; place++) {
    const step = steps[place] as number;
    if (step === GAP || step === WIDE_GAP) {
      reach = step === GAP ? GAP_WORDS : WIDE_GAP_WORDS;
      continue;
    }
    const isWide = reach === WIDE_GAP_WORDS;
    const limit = position + reach;
    while (!fits(reading, position, step, isWide)) {
      if (position >= limit || position >= reading.count) return -1;
      if (reading.opensClause[position] && !isWide) return -1;
      position++;
    }
    position++;
    reach = 0;
  }
  return position - 1;
}

function fits(reading: Reading<CueWord>, position: number, step: number, isWide: boolean): boolean {
  if (position >= reading.count) return false;
  const { fills, marks } = reading.words[position] as CueWord;
  if (fills.length === 0) return false;
  if (reading.opensClause[position] && !isWide && (marks & PLACEHOLDER) === 0) return false;
  return fills.includes(step);
}

function isDenied({ words, opensClause }: Reading<CueWord>, first: number): boolean {
  for (let position = first; position > Math.max(0, first - NEGATION_REACH); position--) {
    if (opensClause[position]) return false;
    const { marks } = words[position - 1] as CueWord;
    if ((marks & ONLY) !== 0) return false;
    if ((marks & DENIER) !== 0) return true;
  }
  return false;
}
