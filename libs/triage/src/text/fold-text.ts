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
/** Apostrophes inside words (jum'at), soft hyphens, zero-width and direction marks, variation selectors. */
// eslint-disable-next-line no-misleading-character-class -- the joiners are meant one by one
const DROPPED = /['’‘`\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff]/u;
/** Mathematical alphanumerics, enclosed, squared, negative and full-width letters. */
const DISGUISED = /[\u{1d400}-\u{1d7ff}\u{24b6}-\u{24e9}\u{1f110}-\u{1f189}\u{ff21}-\u{ff5a}]/u;
const MARKS = /\p{M}+/gu;
/** White letters on dark discs and squares: Unicode gives them no plain form. First code point of each alphabet. */
const NEGATIVE_ALPHABETS = [0x1f150, 0x1f170];
/** Cyrillic, Greek and small capitals that look like Latin letters. */
const LOOKALIKES = new Map(
  [
    ...'аa вb еe кk мm нh оo рp сc тt уy хx іi јj ѕs αa βb εe ιi κk νv οo ρp τt υu χx ᴀa ʙb ᴄc ᴅd ᴇe ɢg ʜh ɪi ᴊj ᴋk'.split(
      ' ',
    ),
  ]
    .concat('ʟl ᴍm ɴn ᴏo ᴘp ʀr ᴛt ᴜu ᴠv ᴡw ʏy ᴢz'.split(' '))
    .map((pair): [string, string] => [pair.slice(0, -1), pair.slice(-1)]),
);

/**
 * Folds case, accents and letters in disguise (a favourite of gambling advertisements) to plain letters. Lone
 * surrogates and control characters pass through; nothing throws.
 */
export function foldText(original: string): FoldedText {
  if (PLAIN_ASCII.test(original)) {
    return { text: original.toLowerCase(), startOf: same, endOf: same, disguise: null };
  }
  const starts: number[] = [];
  const ends: number[] = [];
  const parts: string[] = [];
  let offset = 0;
  let disguise: FoldedText['disguise'] = null;
  for (const character of original) {
    const end = offset + character.length;
    if (isPlain(character) || !DROPPED.test(character)) {
      const folded = foldCharacter(character);
      // A combining mark folds to nothing and belongs to the letter before it.
      if (folded === '' && ends.at(-1) === offset) ends[ends.length - 1] = end;
      for (let unit = 0; unit < folded.length; unit++) {
        starts.push(offset);
        ends.push(end);
      }
      parts.push(folded);
      if (disguise === null && !isPlain(character) && DISGUISED.test(character)) {
        disguise = { start: offset, end };
      }
    }
    offset = end;
  }
  return {
    text: parts.join(''),
    startOf: (index) => starts[index] ?? original.length,
    endOf: (index) => (index === 0 ? 0 : (ends[index - 1] ?? original.length)),
    disguise,
  };
}

const same = (index: number): number => index;
const isPlain = (character: string): boolean =>
  character < '\u0080' && character !== "'" && character !== '`';

function foldCharacter(character: string): string {
  if (isPlain(character)) return character.toLowerCase();
  const code = character.codePointAt(0) ?? 0;
  const alphabet = NEGATIVE_ALPHABETS.find((first) => code >= first && code < first + 26);
  if (alphabet !== undefined) return String.fromCharCode(97 + code - alphabet);
  const folded = character.normalize('NFKD').replace(MARKS, '').toLowerCase();
  return LOOKALIKES.get(folded) ?? folded;
}
