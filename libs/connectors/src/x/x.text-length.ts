import { TOP_LEVEL_DOMAINS } from './x.top-level-domains.js';

/** In X's weighted characters. */
export const X_MAX_TEXT_LENGTH = 280;

/** X wraps every link in t.co: its own length does not count. */
const LINK_LENGTH = 23;

/** Code points that weigh 1 (Latin, Cyrillic, Arabic ..., spaces, quotation marks, primes); all others weigh 2. */
const LIGHT_RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x0000, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
];

// Built from a string: TypeScript's target does not know the `v` flag that emoji sequences need.
const EMOJI = new RegExp('\\p{RGI_Emoji}|[0-9#*]\\u20e3', 'gv');

const PLAIN_LABEL = '[a-z0-9\\u00c0-\\u024f](?:[a-z0-9_\\-\\u00c0-\\u024f]{0,61}[a-z0-9\\u00c0-\\u024f])?';
const ANY_LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_\\-]{0,61}[\\p{L}\\p{N}])?';
const PATH = "(?:/(?:[\\p{L}\\p{N}!*';:=+,.$/%#\\[\\]\\-_~@|&()\\u2013]*[\\p{L}\\p{N}+\\-=_#/)])?)?";
const QUERY = "(?:\\?[a-z0-9!?*'@();:&=+$/%#\\[\\]\\-_.,~|]*[a-z0-9\\-_&=#/])?";
/** With `https://` any domain is a link; without, only one in plain letters under a known top-level domain. */
const LINK = new RegExp(
  '(?<![a-z0-9@＠$#＃])' +
    `(?:https?://(?:${ANY_LABEL}\\.)+\\p{L}{2,63}|(?:${PLAIN_LABEL}\\.)+(?<bareTopLevel>[a-z]{2,63}))` +
    `(?![a-z0-9@+-])(?::\\d+)?${PATH}${QUERY}`,
  'giu',
);

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * How much of {@link X_MAX_TEXT_LENGTH} a text uses, as X counts: composed (NFC), a link is 23, an emoji sequence 2.
 * Source: docs.x.com/fundamentals/counting-characters and the weights of twitter-text version 3.
 */
export function xTextLength(text: string): number {
  const composed = text.normalize('NFC');
  let length = 0;
  let position = 0;
  for (const link of linkSpans(composed)) {
    length += plainLength(composed.slice(position, link.start)) + LINK_LENGTH;
    position = link.end;
  }
  return length + plainLength(composed.slice(position));
}

/** Whether X will find a link in the text, with or without `https://`: such a post costs thirteen times as much. */
export function hasLink(text: string): boolean {
  return linkSpans(text.normalize('NFC')).length > 0;
}

function linkSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(LINK)) {
    const bareTopLevel = match.groups?.['bareTopLevel']?.toLowerCase();
    const before = text.charAt(match.index - 1);
    if (bareTopLevel && (!TOP_LEVEL_DOMAINS.has(bareTopLevel) || /[-_./]/.test(before))) continue;
    spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

function plainLength(text: string): number {
  const emoji = text.match(EMOJI)?.length ?? 0;
  let length = emoji * 2;
  for (const character of text.replace(EMOJI, '')) {
    const code = character.codePointAt(0) ?? 0;
    length += LIGHT_RANGES.some(([first, last]) => code >= first && code <= last) ? 1 : 2;
  }
  return length;
}
