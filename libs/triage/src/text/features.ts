import type { Token } from './tokens.js';

/** One thing the Bayes model counts, with the words that gave it. */
export interface Feature {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Words that turn the meaning of the next one: "tidak ada" is one feature. */
export const NEGATORS: ReadonlySet<string> = new Set([
  'tidak',
  'belum',
  'bukan',
  'jangan',
  'tanpa',
  'kurang',
]);

/**
 * The features of a text, each once, where it first stands: stems, stems joined to the negation before them
 * (`tidak_ada`), and pairs of neighbouring words (`mau tanya`) within a clause. Mentions tell the channel, not the
 * matter, and are left out.
 */
export function extractFeatures(tokens: readonly Token[]): Feature[] {
  const features = new Map<string, Feature>();
  const add = (key: string, start: number, end: number): void => {
    if (!features.has(key)) features.set(key, { key, start, end });
  };
  let previous: Token | undefined;
  for (const token of tokens) {
    if (token.word === '_sebut') {
      previous = undefined;
      continue;
    }
    const before = token.opensClause ? undefined : previous;
    const isNegated = before !== undefined && NEGATORS.has(before.word);
    if (isNegated) add(`${before.word}_${token.stem}`, before.start, token.end);
    else add(token.stem, token.start, token.end);
    if (before && !isNegated && isWord(before) && isWord(token)) {
      add(`${before.stem} ${token.stem}`, before.start, token.end);
    }
    previous = token;
  }
  return [...features.values()];
}

const isWord = (token: Token): boolean => !token.word.startsWith('_');
