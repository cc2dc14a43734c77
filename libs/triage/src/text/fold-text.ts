/** A lower-case, accent-free view of a text, and for each of its UTF-16 units where that came from. */
export interface FoldedText {
  readonly text: string;
  /** UTF-16 offset in the original at which the folded unit `index` begins. */
  startOf(index: number): number;
  /** UTF-16 offset in the original just after the character that gave the folded unit before `index`. */
  endOf(index: number): number;
}

const PLAIN_ASCII = /^[\x00-&(-\x7f]*$/; // eslint-disable-line no-control-regex
/** Apostrophes inside words (jum'at), soft hyphens, zero-width characters, variation selectors. */
const DROPPED = /['’‘`\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]/u;
const MARKS = /\p{M}+/gu;

/**
 * Folds case, accents, full-width and "mathematical" letters (a favourite of gambling advertisements) to plain
 * letters. Lone surrogates and control characters pass through; nothing throws.
 */
export function foldText(original: string): FoldedText {
  if (PLAIN_ASCII.test(original)) {
    return { text: original.toLowerCase(), startOf: (index) => index, endOf: (index) => index };
  }
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let offset = 0;
  for (const character of original) {
    const end = offset + character.length;
    if (!DROPPED.test(character)) {
      const folded = foldCharacter(character);
      for (let unit = 0; unit < folded.length; unit++) {
        starts.push(offset);
        ends.push(end);
      }
      text += folded;
    }
    offset = end;
  }
  return {
    text,
    startOf: (index) => starts[index] ?? original.length,
    endOf: (index) => (index === 0 ? 0 : (ends[index - 1] ?? original.length)),
  };
}

function foldCharacter(character: string): string {
  if (character.length === 1 && character < '\u0080') return character.toLowerCase();
  return character.normalize('NFKD').replace(MARKS, '').toLowerCase();
}
