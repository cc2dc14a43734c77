import type { DefaultAlphabet } from './sms.data-coding.js';
import { encodeGsm7, septetCount } from './sms.gsm7.js';

export type SmsAlphabet = 'gsm7' | 'ucs2';

/** A text as the network carries and bills it. */
export interface SmsText {
  readonly alphabet: SmsAlphabet;
  /** In order; one that fits a single SMS is one part. Never empty. */
  readonly parts: readonly string[];
}

/** Units of one SMS alone, and of each part when there are several: a header takes the rest. */
const LIMITS = { gsm7: { single: 160, joined: 153 }, ucs2: { single: 70, joined: 67 } } as const;
/** Ten parts, each with one unit left over because a pair did not fit: no text of this length takes more. */
export const MAX_PARTS = 10;
export const MAX_TEXT_LENGTH = MAX_PARTS * (LIMITS.ucs2.joined - 1);

/**
 * One character outside GSM 03.38 (an emoji, a curly quote) more than halves the room of every part.
 * @param written how the SMSC wants the characters of GSM 03.38 to be written
 */
export function splitText(text: string, written: DefaultAlphabet = 'gsm7'): SmsText {
  const isPlain = (character: string) =>
    septetCount(character) > 0 && (written === 'gsm7' || character <= '\u00FF');
  const alphabet = [...text].every(isPlain) ? 'gsm7' : 'ucs2';
  const { single, joined } = LIMITS[alphabet];
  const isShort = lengthOf(text, alphabet) <= single;
  return { alphabet, parts: isShort ? [text] : [...pieces(text, alphabet, joined)] };
}

export function encodePart(text: string, alphabet: SmsAlphabet, written: DefaultAlphabet = 'gsm7'): Buffer {
  if (alphabet === 'ucs2') return Buffer.from(text, 'utf16le').swap16();
  if (written === 'latin1') return Buffer.from(text, 'latin1');
  const septets = encodeGsm7(text);
  if (!septets) throw new Error('A character is outside GSM 03.38');
  return septets;
}

function lengthOf(text: string, alphabet: SmsAlphabet): number {
  return [...text].reduce((sum, character) => sum + unitsOf(character, alphabet), 0);
}

function unitsOf(character: string, alphabet: SmsAlphabet): number {
  return alphabet === 'gsm7' ? septetCount(character) : character.length;
}

/** Whole characters only: neither an escape pair nor a surrogate pair is torn. */
function* pieces(text: string, alphabet: SmsAlphabet, room: number): Generator<string> {
  let piece = '';
  let used = 0;
  for (const character of text) {
    const units = unitsOf(character, alphabet);
    if (used + units > room) {
      yield piece;
      [piece, used] = ['', 0];
    }
    piece += character;
    used += units;
  }
  yield piece;
}
