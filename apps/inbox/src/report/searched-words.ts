/** A stretch of text, and whether it was searched for. */
export interface SearchedPart {
  readonly text: string;
  readonly isFound: boolean;
}

/** The last word may still be written on: the search asks so where a letter is its first. */
const UNFINISHED = /(^|\s)\p{L}\S*$/u;

/**
 * Cuts a text where words of a search stand, as the search itself finds them: in any case, in any order, and what the
 * last word is the beginning of.
 */
export function searchedParts(text: string, search: string): readonly SearchedPart[] {
  const words = search.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [{ text, isFound: false }];
  const begun = UNFINISHED.test(search) ? [`${words.at(-1)}[\\p{L}\\p{N}]*`] : [];
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(${[...words, ...begun].join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return text
    .split(found)
    .map((part, index) => ({ text: part, isFound: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
