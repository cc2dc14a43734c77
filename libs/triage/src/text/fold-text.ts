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

/** What a character other than plain ASCII folds to: null for one that is dropped. */
interface FoldedCharacter {
  readonly text: string | null;
  readonly isDisguised: boolean;
}
/** Emptied at once when full: people use few. */
const MOST_CACHED = 5_000;
const characters = new Map<number, FoldedCharacter>();

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
  let text = '';
  let disguise: FoldedText['disguise'] = null;
  for (let offset = 0; offset < original.length;) {
    const plainEnd = endOfPlain(original, offset);
    text += original.slice(offset, plainEnd).toLowerCase();
    for (; offset < plainEnd; offset++) {
      starts.push(offset);
      ends.push(offset + 1);
    }
    if (offset === original.length) break;
    const code = original.codePointAt(offset) as number;
    const end = offset + (code > 0xffff ? 2 : 1);
    const folded = foldedCharacter(code);
    if (folded.text !== null) {
      // A combining mark folds to nothing and belongs to the letter before it.
      if (folded.text === '' && ends.at(-1) === offset) ends[ends.length - 1] = end;
      for (let unit = 0; unit < folded.text.length; unit++) {
        starts.push(offset);
        ends.push(end);
      }
      text += folded.text;
      if (folded.isDisguised) disguise ??= { start: offset, end };
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

const same = (index: number): number => index;

function endOfPlain(text: string, from: number): number {
  let end = from;
  while (end < text.length && isPlain(text.charCodeAt(end))) end++;
  return end;
}

/** ASCII without the apostrophes, which are dropped. */
const isPlain = (code: number): boolean => code < 128 && code !== 39 && code !== 96;

function foldedCharacter(code: number): FoldedCharacter {
  let folded = characters.get(code);
  if (folded === undefined) {
    const character = String.fromCodePoint(code);
    const isDropped = DROPPED.test(character);
    folded = {
      text: isDropped ? null : foldCharacter(character, code),
      isDisguised: !isDropped && DISGUISED.test(character),
    };
    if (characters.size >= MOST_CACHED) characters.clear();
    characters.set(code, folded);
  }
  return folded;
}

function foldCharacter(character: string, code: number): string {
  const alphabet = NEGATIVE_ALPHABETS.find((first) => code >= first && code < first + 26);
  if (alphabet !== undefined) return String.fromCharCode(97 + code - alphabet);
  const folded = character.normalize('NFKD').replace(MARKS, '').toLowerCase();
  return LOOKALIKES.get(folded) ?? folded;
}
