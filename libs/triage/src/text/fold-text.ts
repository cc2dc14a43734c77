/** A lower-case, accent-free view of a text, and for each of its UTF-16 units where that came from. */
export interface FoldedText {
  readonly text: string;
  /** UTF-16 offset in the original at which the folded unit `index` begins. */
  startOf(index: number): number;
  /** UTF-16 offset in the original just after the character that gave the folded unit before `index`. */
  endOf(index: number): number;
  /** Where the first letter in disguise stands ("mathematical", full-width), or null. People do not type these. */
  readonly disguise: { readonly start: number; readonly end: number } | null;
}

const PLAIN_ASCII = /^[\x00-&(-\x7f]*$/; // eslint-disable-line no-control-regex
/** Apostrophes inside words (jum'at), soft hyphens, zero-width characters, variation selectors. */
// eslint-disable-next-line no-misleading-character-class -- the joiners are meant one by one
const DROPPED = /['’‘`\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]/u;
/** Mathematical alphanumerics, enclosed and full-width letters. */
const DISGUISED = /[\u{1d400}-\u{1d7ff}\u{24b6}-\u{24e9}\u{1f110}-\u{1f189}\u{ff21}-\u{ff5a}]/u;
const MARKS = /\p{M}+/gu;

/**
 * Folds case, accents, full-width and "mathematical" letters (a favourite of gambling advertisements) to plain
 * letters. Lone surrogates and control characters pass through; nothing throws.
 */
export function foldText(original: string): FoldedText {
  if (PLAIN_ASCII.test(original)) {
    return {
      text: original.toLowerCase(),
      startOf: (index) => index,
      endOf: (index) => index,
      disguise: null,
    };
  }
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let offset = 0;
  let disguise: FoldedText['disguise'] = null;
  for (const character of original) {
    const end = offset + character.length;
    if (!DROPPED.test(character)) {
      const folded = foldCharacter(character);
      // A combining mark folds to nothing and belongs to the letter before it.
      if (folded === '' && ends.at(-1) === offset) ends[ends.length - 1] = end;
      for (let unit = 0; unit < folded.length; unit++) {
        starts.push(offset);
        ends.push(end);
      }
      text += folded;
      if (disguise === null && DISGUISED.test(character)) disguise = { start: offset, end };
    }
    offset = end;
  }
  return {
    text,
    startOf: (index) => starts[index] ?? original.length,
    endOf: (index) => (index === 0 ? 0 : (ends[index - 1] ?? original.length)),
    disguise,
  };
}

function foldCharacter(character: string): string {
  if (character.length === 1 && character < '\u0080') return character.toLowerCase();
  return character.normalize('NFKD').replace(MARKS, '').toLowerCase();
}
