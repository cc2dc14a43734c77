/** A stretch of text, and whether it was searched for. */
export interface SearchedPart {
  readonly text: string;
  readonly isFound: boolean;
}

/** Cuts a text where whole words of a search stand, as the search itself finds them: in any case, in any order. */
export function searchedParts(text: string, search: string): readonly SearchedPart[] {
  const words = search.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [{ text, isFound: false }];
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return text
    .split(whole)
    .map((part, index) => ({ text: part, isFound: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
