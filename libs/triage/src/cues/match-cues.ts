import type { Reading } from '../text/reading.js';
import type { Cue } from './cue.js';
import type { CueSteps } from './cue-index.js';

/** What must be known of a word to find cues. */
export interface CueWord {
  readonly word: string;
  readonly stem: string;
  /** {@link PLACEHOLDER} and {@link NEGATOR}, one bit each; others may use the rest. */
  readonly marks: number;
  /** The cues that may begin with it. */
  readonly cues: readonly CueSteps[];
}

export const PLACEHOLDER = 1;
export const NEGATOR = 2;

export interface CueMatch {
  readonly cue: Cue;
  /** Indexes into the words, the last one included. */
  readonly first: number;
  readonly last: number;
}

/** Words between a negation and what it denies: "tidak pernah ada pungli". */
const NEGATION_REACH = 3;
const GAP_WORDS = 4;
/** "bukan hanya pungli" denies nothing. */
const NOT_ONLY = new Set(['hanya', 'cuma', 'sekadar', 'sekedar']);

/** Every cue that stands in the text and is not denied by a negation before it; each cue once, at its first place. */
export function matchCues(reading: Reading<CueWord>): CueMatch[] {
  const found: CueMatch[] = [];
  for (let first = 0; first < reading.count; first++) {
    const { cues } = reading.words[first] as CueWord;
    for (let place = 0; place < cues.length; place++) {
      const { cue, steps } = cues[place] as CueSteps;
      const last = findEnd(reading, first, steps);
      if (last < 0 || found.some((match) => match.cue === cue) || isDenied(reading, first)) continue;
      found.push({ cue, first, last });
    }
  }
  return found;
}

/** The index of the word that completes the steps from `first` on, or -1. */
function findEnd(reading: Reading<CueWord>, first: number, steps: CueSteps['steps']): number {
  let position = first + 1;
  let reach = 0;
  for (let place = 1; place < steps.length; place++) {
    const step = steps[place] as CueSteps['steps'][number];
    if (step === null) {
      reach = GAP_WORDS;
      continue;
    }
    const limit = position + reach;
    while (!fits(reading, position, step)) {
      if (position >= limit || position >= reading.count || reading.opensClause[position]) return -1;
      position++;
    }
    position++;
    reach = 0;
  }
  return position - 1;
}

function fits(reading: Reading<CueWord>, position: number, step: ReadonlySet<string>): boolean {
  if (position >= reading.count) return false;
  const { word, stem, marks } = reading.words[position] as CueWord;
  if (reading.opensClause[position] && (marks & PLACEHOLDER) === 0) return false;
  return step.has(word) || step.has(stem);
}

function isDenied({ words, opensClause }: Reading<CueWord>, first: number): boolean {
  for (let position = first; position > Math.max(0, first - NEGATION_REACH); position--) {
    if (opensClause[position]) return false;
    const { word, marks } = words[position - 1] as CueWord;
    if (NOT_ONLY.has(word)) return false;
    if ((marks & NEGATOR) !== 0 && word !== 'kurang') return true;
  }
  return false;
}
