import { SHIPPED_LEXICON, type Lexicon } from '../lexicon/lexicon.js';

/** A word longer than this is a pasted key or a stuck key, not language. */
export const LONGEST_WORD = 40;
const FOREIGN_X = new Set([
  'index',
  'matrix',
  'inbox',
  'relax',
  'fix',
  'mix',
  'max',
  'box',
  'tax',
  'fax',
  'netflix',
]);
const LEET: Readonly<Record<string, string>> = { '4': 'a', '1': 'i', '0': 'o', '3': 'e', '5': 's', '7': 't' };
/** Words that carry a number of their own (rt05, km12, sdn3): the number says nothing about the writer. */
const NUMBERED = new Set(
  'rt rw no km jl jalan gg gang blok sd sdn smp smpn sma sman smk smkn tk covid perda pasal ayat loket poli kp dusun desa'.split(
    ' ',
  ),
);
/** "slot88", "hoki4d": names that end like a betting site's. */
const BRAND = /^[a-z]{3,}?(?:\d{2,4}|[2-6]d)$/;

/**
 * The standard spelling of one folded word: long vowels squeezed (tolonggg), reduplication written out of the way
 * (jalan2, anak-anak), digits read as letters inside a word (sl0t), -x as -nya (harganx), then the lexicon. A word that
 * ends like a betting site's name is followed by `_kode`. What comes out is its own standard spelling.
 */
export function standardWords(folded: string, lexicon: Lexicon = SHIPPED_LEXICON): readonly string[] {
  const known = lexicon.get(folded);
  if (known) return known;
  // Each round takes away letters, digits or an x, and so there is a last one.
  let word = folded.slice(0, LONGEST_WORD);
  const hasCode = BRAND.test(word) && !NUMBERED.has(word.replace(/\d.*$/, ''));
  for (let before = ''; before !== word && !lexicon.has(word);) {
    before = word;
    word = expandX(unreduplicate(squeeze(word)));
  }
  const words = lexicon.get(word) ?? [word];
  return hasCode ? [...words, '_kode'] : words;
}

function squeeze(word: string): string {
  const squeezed = word.replace(/([a-z])\1{2,}/g, '$1');
  // No Indonesian word of four letters or more ends in a doubled letter.
  return squeezed.length > 3 ? squeezed.replace(/([a-z])\1$/, '$1') : squeezed;
}

function unreduplicate(word: string): string {
  const doubled = /^([a-z]{2,})(?:2|-\1(?=[a-z]*$))([a-z]*)$/.exec(word);
  if (doubled) return doubled.slice(1).join('');
  const letters = word.replace(/(?<=[a-z])[410357](?=[a-z])/g, (digit) => LEET[digit] ?? digit);
  return letters.replace(/^([a-z-]{2,}?)-?(?:\d+|\d+d)$/, '$1');
}

function expandX(word: string): string {
  if (FOREIGN_X.has(word)) return word;
  return word.replace(/^([a-z]{3,}?)n?x$/, '$1nya');
}
