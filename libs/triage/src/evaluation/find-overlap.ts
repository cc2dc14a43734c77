import { tokenize } from '../text/tokens.js';

/** Two texts of which one was in the training data and the other is to be measured with. */
export interface Overlap {
  readonly corpusText: string;
  readonly rowText: string;
  /** Common words over all words of both, 0 to 1. */
  readonly similarity: number;
}

/** Fewer words than this are common coin ("selamat pagi"), not a copied row. */
const SHORTEST = 4;

/**
 * Pairs that share so many words that one may have been written from the other, most alike first. Compared are the sets
 * of standard words, so that spelling hides nothing.
 */
export function findOverlap(
  corpus: readonly { readonly text: string }[],
  rows: readonly { readonly text: string }[],
  leastSimilarity: number,
): Overlap[] {
  const read = corpus.map(({ text }) => ({ text, words: wordsOf(text) }));
  const found = rows.flatMap(({ text: rowText }) => {
    const words = wordsOf(rowText);
    if (words.size < SHORTEST) return [];
    return read
      .map(({ text: corpusText, words: others }): Overlap => ({
        corpusText,
        rowText,
        similarity: jaccard(words, others),
      }))
      .filter(({ similarity }) => similarity >= leastSimilarity);
  });
  return found.sort((a, b) => b.similarity - a.similarity);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(tokenize(text).map(({ word }) => word));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const word of small) if (large.has(word)) common++;
  return common / Math.max(1, a.size + b.size - common);
}
