import { foldText } from '../text/fold-text.js';
import { LONGEST_WORD } from '../text/standard-word.js';
import { isAsWritten, WORD, type Lexicon } from './lexicon.js';

/** A spelling and what it stands for. */
export interface LexiconEntry {
  readonly spelling: string;
  readonly words: readonly string[];
}

/** Why an entry cannot be taken. */
export type LexiconFault = 'spelling-invalid' | 'words-invalid' | 'same' | 'loop';

const MOST_WORDS = 5;

/** An entry as it is looked up: lower case, without accents and letters in disguise. */
export function foldEntry(spelling: string, words: string): LexiconEntry {
  const folded = (typed: string) => foldText(typed).text.trim();
  return { spelling: folded(spelling), words: folded(words).split(/\s+/) };
}

/**
 * What is wrong with an entry beside those of the tenant. An entry that says of a word what it is only makes sense where
 * the shipped lexicon says something else.
 */
export function lexiconFault(base: Lexicon, tenant: Lexicon, entry: LexiconEntry): LexiconFault | null {
  const { spelling, words } = entry;
  const isWord = (word: string) => WORD.test(word) && word.length <= LONGEST_WORD;
  if (!isWord(spelling)) return 'spelling-invalid';
  if (words.length > MOST_WORDS || !words.every(isWord)) return 'words-invalid';
  if (isAsWritten(spelling, words)) return base.has(spelling) ? null : 'same';
  return leadsTo(spelling, words, (word) => tenant.get(word) ?? base.get(word)) ? 'loop' : null;
}

function leadsTo(
  spelling: string,
  words: readonly string[],
  next: (word: string) => readonly string[] | undefined,
): boolean {
  const seen = new Set<string>();
  const waiting = [...words];
  for (let word = waiting.pop(); word !== undefined; word = waiting.pop()) {
    if (word === spelling) return true;
    if (seen.has(word)) continue;
    seen.add(word);
    waiting.push(...(next(word) ?? []));
  }
  return false;
}
