import { LOCAL_LINES } from './local-words.js';
import { SHIPPED_LINES } from './shipped-lexicon.js';

/** Informal word (folded) -> the standard words it stands for. */
export type Lexicon = ReadonlyMap<string, readonly string[]>;

/** A chain of entries longer than this is a circle. */
const LONGEST_CHAIN = 5;

/**
 * Reads lines `standard form: informal, informal`. Blank lines and lines that begin with `#` are skipped, and so is what
 * is not `words: words`: an officer types these lines, and one slip must not stop the rest.
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

const WORD = /^[a-z][a-z0-9-]*$/;

/**
 * The shipped lexicon with a tenant's entries on top: theirs win. Standard forms that are themselves informal forms are
 * followed to the end, so that a standardised text stays as it is; entries that go round in a circle are left out.
 */
export function mergeLexicon(base: Lexicon, tenant: Lexicon): Lexicon {
  const all = new Map([...base, ...tenant]);
  const resolve = (word: string, depth: number): readonly string[] | undefined => {
    const next = all.get(word);
    if (next === undefined) return [word];
    if (depth === 0) return undefined;
    const parts = next.map((part) => resolve(part, depth - 1));
    return parts.includes(undefined) ? undefined : (parts as string[][]).flat();
  };
  const resolved = new Map<string, readonly string[]>();
  for (const form of all.keys()) {
    const words = resolve(form, LONGEST_CHAIN);
    if (words !== undefined) resolved.set(form, words);
  }
  return resolved;
}

export const SHIPPED_LEXICON: Lexicon = mergeLexicon(readLexicon(LOCAL_LINES), readLexicon(SHIPPED_LINES));
