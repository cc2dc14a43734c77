import { WORD_TABLE } from './word-table.js';

/** A word longer than this is a pasted key or a stuck key, not language. */
const LONGEST_WORD = 40;
const FOREIGN_X = new Set(['index', 'matrix', 'inbox', 'relax']);
const LEET: Readonly<Record<string, string>> = { '4': 'a', '1': 'i', '0': 'o', '3': 'e' };

/**
 * The standard spelling of one folded word: long vowels squeezed (tolonggg), reduplication written out of the way
 * (jalan2), digits read as letters inside a word (sl0t), -x as -nya (harganx), then the table of abbreviations.
 */
export function standardWords(folded: string): readonly string[] {
  const known = WORD_TABLE.get(folded);
  if (known) return known;
  const word = unreduplicate(squeeze(folded.slice(0, LONGEST_WORD)));
  return WORD_TABLE.get(word) ?? [expandX(word)];
}

function squeeze(word: string): string {
  const squeezed = word.replace(/([a-z])\1{2,}/g, '$1');
  // No Indonesian word of four letters or more ends in a doubled letter.
  return squeezed.length > 3 ? squeezed.replace(/([a-z])\1$/, '$1') : squeezed;
}

function unreduplicate(word: string): string {
  const doubled = /^([a-z]{2,})2([a-z]*)$/.exec(word);
  if (doubled) return doubled.slice(1).join('');
  const letters = word.replace(/(?<=[a-z])[4103](?=[a-z])/g, (digit) => LEET[digit] ?? digit);
  return letters.replace(/^([a-z-]{2,}?)-?\d+$/, '$1');
}

function expandX(word: string): string {
  if (FOREIGN_X.has(word)) return word;
  return word.replace(/^([a-z]{3,}?)n?x$/, '$1nya');
}
