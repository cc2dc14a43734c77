import type { ReplyOptions } from '@app/api-contract';

/** How long an answer may be that goes this way; null: the usual one. */
export function textLimit(options: ReplyOptions, mode: ReplyOptions['modes'][number] | null) {
  const way = mode ?? options.modes[0] ?? (options.isPublic ? 'public' : 'private');
  return way === 'private' ? (options.privateLimit ?? options) : options;
}

/** Links count 23 however long they are. */
const LINK_LENGTH = 23;
const LIGHT_RANGES = [
  [0x0000, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
] as const;

// From a string: TypeScript's target does not know the `v` flag.
const EMOJI = new RegExp('\\p{RGI_Emoji}|[0-9#*]\\u20e3', 'gv');
/** Endings under which an address without `https://` is taken for a link; the server knows all of them. */
const ENDINGS = 'com|net|org|info|id|go|io|co|me|ly|be|gov|edu|app|dev|xyz|site|online|my|sg|gl';
const LINK = new RegExp(
  `(?<![a-z0-9@.])(?:https?://\\S+|(?:[a-z0-9][a-z0-9-]*\\.)+(?:${ENDINGS})(?![a-z0-9-])(?:/[^\\s]*)?)`,
  'giu',
);
const TRAILING_MARKS = /[.,;:!?)'"\]}]+$/u;

/**
 * How much of a channel's limit a text uses. `weighted`: as X counts (links 23, emoji and most scripts of Asia 2),
 * close enough to warn while typing; the server has the last word.
 */
export function textLength(text: string, unit: ReplyOptions['lengthUnit']): number {
  if (unit === 'utf16') return text.length;
  if (unit === 'utf8') return new TextEncoder().encode(text).length;
  let length = 0;
  const withoutLinks = text.normalize('NFC').replace(LINK, (link) => {
    length += LINK_LENGTH;
    return TRAILING_MARKS.exec(link)?.[0] ?? '';
  });
  const withoutEmoji = withoutLinks.replace(EMOJI, () => {
    length += 2;
    return '';
  });
  for (const character of withoutEmoji) {
    const code = character.codePointAt(0) ?? 0;
    length += LIGHT_RANGES.some(([first, last]) => code >= first && code <= last) ? 1 : 2;
  }
  return length;
}
