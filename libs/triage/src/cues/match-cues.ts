import { NEGATORS } from '../text/negators.js';
import { standardWords } from '../text/standard-word.js';
import type { Token } from '../text/tokens.js';
import { CLASS_CUES } from './class-cues.js';
import type { Cue } from './cue.js';
import { FLAG_CUES } from './flag-cues.js';

export interface CueMatch {
  readonly cue: Cue;
  /** UTF-16 offsets into the original text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Indexes into the tokens, the last one included. */
  readonly firstToken: number;
  readonly lastToken: number;
}

/** Words between a negation and what it denies: "tidak pernah ada pungli". */
const NEGATION_REACH = 3;
const GAP_WORDS = 4;
/** "bukan hanya pungli" denies nothing. */
const NOT_ONLY = new Set(['hanya', 'cuma', 'sekadar', 'sekedar']);

type Step = ReadonlySet<string> | 'gap';
interface CompiledCue {
  readonly cue: Cue;
  readonly steps: readonly Step[];
}

const byFirstWord = compile([...CLASS_CUES, ...FLAG_CUES]);

/** Every cue that stands in the text and is not denied by a negation before it; each cue once, at its first place. */
export function matchCues(tokens: readonly Token[]): CueMatch[] {
  const found: CueMatch[] = [];
  const seen = new Set<Cue>();
  const tryAll = (candidates: readonly CompiledCue[] | undefined, index: number): void => {
    if (candidates === undefined) return;
    for (const { cue, steps } of candidates) {
      if (seen.has(cue)) continue;
      const lastToken = findEnd(tokens, index, steps);
      if (lastToken < 0 || isDenied(tokens, index)) continue;
      seen.add(cue);
      const { start } = tokens[index] as Token;
      found.push({ cue, start, end: (tokens[lastToken] as Token).end, firstToken: index, lastToken });
    }
  };
  for (let index = 0; index < tokens.length; index++) {
    const { word, stem } = tokens[index] as Token;
    tryAll(byFirstWord.get(word), index);
    if (stem !== word) tryAll(byFirstWord.get(stem), index);
  }
  return found;
}

/** The index of the token that completes the steps from `index` on, or -1. */
function findEnd(tokens: readonly Token[], index: number, steps: readonly Step[]): number {
  let position = index;
  let reach = 0;
  for (const step of steps) {
    if (step === 'gap') {
      reach = GAP_WORDS;
      continue;
    }
    const limit = position + reach;
    while (position <= limit && !fits(tokens[position], step, position > index)) {
      if (position > index && tokens[position]?.opensClause) return -1;
      position++;
    }
    if (position > limit) return -1;
    position++;
    reach = 0;
  }
  return position - 1;
}

function fits(token: Token | undefined, step: ReadonlySet<string>, isInside: boolean): boolean {
  if (token === undefined || (isInside && token.opensClause && !token.word.startsWith('_'))) return false;
  return step.has(token.word) || step.has(token.stem);
}

function isDenied(tokens: readonly Token[], index: number): boolean {
  let position = index;
  for (let step = 0; step < NEGATION_REACH; step++) {
    if (tokens[position]?.opensClause) return false;
    const before = tokens[--position];
    if (before === undefined || NOT_ONLY.has(before.word)) return false;
    if (before.word !== 'kurang' && NEGATORS.has(before.word)) return true;
  }
  return false;
}

/** Lists may be written in any spelling; one word stays one word. */
function standardForm(word: string): string {
  const [standard, ...more] = word.startsWith('_') ? [word] : standardWords(word);
  return standard === undefined || more.length > 0 ? word : standard;
}

function compile(list: readonly Cue[]): Map<string, CompiledCue[]> {
  const index = new Map<string, CompiledCue[]>();
  for (const cue of list) {
    const steps = cue.phrase
      .split(' ')
      .map((part): Step => (part === '..' ? 'gap' : new Set(part.split('|').map(standardForm))));
    const [first] = steps;
    if (first === undefined || first === 'gap') throw new Error(`Cue must begin with a word: ${cue.phrase}`);
    for (const word of first) index.set(word, [...(index.get(word) ?? []), { cue, steps }]);
  }
  return index;
}
