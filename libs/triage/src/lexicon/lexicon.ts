import { LOCAL_LINES } from './local-words.js';
import { SHIPPED_LINES } from './shipped-lexicon.js';

/** Informal word (folded) -> the standard words it stands for. */
export type Lexicon = ReadonlyMap<string, readonly string[]>;

/** What one word may stand for in the end, chains followed. */
const MOST_WORDS = 12;

/**
 * Reads lines `standard form: informal, informal`. Blank lines and lines that begin with `#` are skipped, and so is what
 * is not `words: words`.
 */
export function readLexicon(lines: string): Lexicon {
  const entries = new Map<string, readonly string[]>();
  for (const line of lines.toLowerCase().split('\n')) {
    const [standard = '', informal = ''] = line.split(':');
    const words = standard.trim().split(/\s+/);
    if (!words.every((word) => WORD.test(word))) continue;
    for (const form of informal.split(',').map((word) => word.trim())) {
      if (WORD.test(form) && form !== standard.trim()) entries.set(form, words);
    }
  }
  return entries;
}

/** What can be looked up: one word in plain letters. */
export const WORD = /^[a-z][a-z0-9-]*$/;

/** A tenant's entry may say that a word is read as it is written, whatever the shipped lexicon says. */
export const isAsWritten = (spelling: string, words: readonly string[]): boolean =>
  words.length === 1 && words[0] === spelling;

/**
 * The shipped lexicon with a tenant's entries on top: theirs win. Standard forms that are themselves informal forms are
 * followed to the end, so that a standardised text stays as it is; entries that go round in a circle, or stand for a
 * whole sentence, are left out.
 */
export function mergeLexicon(base: Lexicon, tenant: Lexicon): Lexicon {
  const all = new Map([...base, ...tenant]);
  for (const [spelling, words] of tenant) if (isAsWritten(spelling, words)) all.delete(spelling);
  const ends = new Map<string, readonly string[] | null>();
  const resolve = (word: string): readonly string[] | null => {
    const known = ends.get(word);
    if (known !== undefined) return known;
    const next = all.get(word);
    // Met again while its own words are followed: a circle.
    ends.set(word, next === undefined ? [word] : null);
    if (next === undefined) return [word];
    const parts = next.map(resolve);
    const end = parts.includes(null) ? null : (parts as string[][]).flat();
    ends.set(word, end !== null && end.length > MOST_WORDS ? null : end);
    return ends.get(word) ?? null;
  };
  const resolved = new Map<string, readonly string[]>();
  for (const form of all.keys()) {
    const words = resolve(form);
    if (words !== null) resolved.set(form, words);
  }
  return resolved;
}

export const SHIPPED_LEXICON: Lexicon = mergeLexicon(readLexicon(LOCAL_LINES), readLexicon(SHIPPED_LINES));
