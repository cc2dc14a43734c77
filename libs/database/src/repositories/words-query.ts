/** A last word that may still be written on: with a letter first, because numbers that begin alike are too many. */
const UNFINISHED = /^(.*\s)?(\p{L}\S*)$/su;

/**
 * What is looked for, as SQL: words that must all occur; what the last one is the beginning of will do.
 * @param parameter takes a value in, and says how it is called
 */
export function wordsQuery(text: string, parameter: (value: string) => string): string {
  const [, whole = '', last] = UNFINISHED.exec(text) ?? [];
  const plain = (words: string) => `plainto_tsquery('simple', ${parameter(words)})`;
  if (last === undefined) return plain(text);
  // "anak-an" is three words to the parser: 'anak-an' & 'anak' & 'an'.
  const begun = `replace(${plain(last)}::text, $$' & '$$, $$':* & '$$)`;
  return `(${plain(whole)} && (nullif(${begun}, '') || ':*')::tsquery)`;
}
