import { standardWords } from '../text/standard-word.js';
import { CLAIM_CUES } from './claim-cues.js';
import { CLASS_CUES } from './class-cues.js';
import type { Cue } from './cue.js';
import { FLAG_CUES } from './flag-cues.js';

/** A cue taken apart: what stands behind its first word, as numbers of steps (see {@link stepsFilledBy}) or gaps. */
export interface CueSteps {
  readonly cue: Cue;
  readonly steps: readonly number[];
}

/** A few words of a clause, whatever they are. */
export const GAP = -1;
/** A dozen words, of other clauses too. */
export const WIDE_GAP = -2;

const GAPS = new Map([
  ['..', GAP],
  ['...', WIDE_GAP],
]);

const NO_CUES: readonly CueSteps[] = [];
const NO_STEPS: readonly number[] = [];
const stepNumbers = new Map<string, number>();
const stepsByWord = new Map<string, number[]>();
const cuesByFirstWord = compile([...CLASS_CUES, ...CLAIM_CUES, ...FLAG_CUES]);

/** The cues that may begin with a word or its stem. */
export function cuesFrom(word: string, stem: string): readonly CueSteps[] {
  return ofEither(cuesByFirstWord, word, stem, NO_CUES);
}

/**
 * The numbers of the steps that a word or its stem may stand for. Asked once per word: beside it in a text, a cue is then
 * found by comparing numbers.
 */
export function stepsFilledBy(word: string, stem: string): readonly number[] {
  return ofEither(stepsByWord, word, stem, NO_STEPS);
}

function ofEither<Item>(
  index: ReadonlyMap<string, readonly Item[]>,
  word: string,
  stem: string,
  none: readonly Item[],
): readonly Item[] {
  const ofWord = index.get(word) ?? none;
  const ofStem = stem === word ? none : (index.get(stem) ?? none);
  return ofStem.length === 0 ? ofWord : [...new Set([...ofWord, ...ofStem])];
}

/** Lists may be written in any spelling; one word stays one word. */
function standardForm(word: string): string {
  const [standard, ...more] = word.startsWith('_') ? [word] : standardWords(word);
  return standard === undefined || more.length > 0 ? word : standard;
}

function compile(list: readonly Cue[]): Map<string, CueSteps[]> {
  const index = new Map<string, CueSteps[]>();
  for (const cue of list) {
    const [first = '..', ...parts] = cue.phrase.split(' ');
    if (first === '..') throw new Error(`Cue must begin with a word: ${cue.phrase}`);
    const steps = parts.map((part) => GAPS.get(part) ?? stepNumber(part));
    for (const word of new Set(first.split('|').map(standardForm))) addTo(index, word, { cue, steps });
  }
  return index;
}

/** The number of a step such as `rusak|berlubang`: the same in every cue that has it. */
function stepNumber(part: string): number {
  const known = stepNumbers.get(part);
  if (known !== undefined) return known;
  const number = stepNumbers.size;
  stepNumbers.set(part, number);
  for (const word of new Set(part.split('|').map(standardForm))) addTo(stepsByWord, word, number);
  return number;
}

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
