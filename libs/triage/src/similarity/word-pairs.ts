import { hashOf } from '../linear/hash-features.js';
import { tokenize } from '../text/tokens.js';

/**
 * Hashes of the neighbouring pairs of standard words in a text; of the word itself where there is only one. Reports
 * share many words by chance ("mohon", "jalan") and few pairs, and an edit in one place leaves the pairs elsewhere as
 * they were. Standard words, so that "jln rsk" is "jalan rusak".
 */
export function wordPairs(text: string): ReadonlySet<number> {
  const words = tokenize(text).map(({ word }) => word);
  const [only] = words;
  if (only === undefined) return new Set();
  if (words.length === 1) return new Set([hashOf('word', only)]);
  return new Set(words.slice(1).map((word, index) => hashOf('pair', `${words[index] ?? ''} ${word}`)));
}
