import { standardWords } from '../text/standard-word.js';
import { CLASS_CUES } from './class-cues.js';
import type { Cue } from './cue.js';
import { FLAG_CUES } from './flag-cues.js';

/** A cue taken apart: the words that may stand at each place, null for a gap of a few words. */
export interface CueSteps {
  readonly cue: Cue;
  readonly steps: readonly (ReadonlySet<string> | null)[];
}

const NONE: readonly CueSteps[] = [];
const byFirstWord = compile([...CLASS_CUES, ...FLAG_CUES]);

/** The cues that may begin with a word or its stem. */
export function cuesFrom(word: string, stem: string): readonly CueSteps[] {
  const ofWord = byFirstWord.get(word) ?? NONE;
  const ofStem = stem === word ? NONE : (byFirstWord.get(stem) ?? NONE);
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
    const steps = cue.phrase
      .split(' ')
      .map((part) => (part === '..' ? null : new Set(part.split('|').map(standardForm))));
    const [first] = steps;
    if (first === undefined || first === null) throw new Error(`Cue must begin with a word: ${cue.phrase}`);
    for (const word of first) index.set(word, [...(index.get(word) ?? []), { cue, steps }]);
  }
  return index;
}
