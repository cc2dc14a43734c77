import { emojiPlaceholder } from './emoji.js';
import { PLACEHOLDERS } from './placeholders.js';
import { readNumber } from './scan-number.js';

/**
 * Takes one raw word (folded letters and digits: `word` is null, it stands in the text) or placeholder of the scanned
 * text. Offsets are the scanned text's.
 */
export type EmitWord = (word: string | null, start: number, end: number, opensClause: boolean) => void;

const TOP_LEVEL_DOMAINS = new Set(
  'com id net org info xyz link ly me site online top vip co go ac sch or web biz io club fun pro gg cc bet'.split(
    ' ',
  ),
);
/** What anonymised exports and our own masking write in place of the real thing. */
const MASKS: ReadonlyMap<string, string> = new Map([
  ['[url]', '_tautan'],
  ['[link]', '_tautan'],
  ['[tautan]', '_tautan'],
  ['[email]', '_surel'],
  ['[nomor]', '_telepon'],
  ['[telepon]', '_telepon'],
  ['[hp]', '_telepon'],
  ['[nama]', '_nama'],
]);
const LONGEST_MASK = 9;
const PLACEHOLDER = /_[a-z_]{1,20}/y;
const REST_OF_LINK = /[^\s]*/y;
const REST_OF_NAME = /[\w.-]*/y;

/**
 * Reads a folded text once, from left to right: words, links, mentions, hashtags, numbers, emoji. Every branch moves
 * forward, none looks back: the time is linear in the length.
 */
export function scanText(text: string, emit: EmitWord): void {
  let at = 0;
  let opens = false;
  const push = (word: string | null, end: number): void => {
    emit(word, at, end, opens);
    opens = false;
    at = end;
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      const end = endOfWord(text, at);
      const next = text.charCodeAt(end);
      const link = next === COLON || next === DOT ? endOfLink(text, at, end) : 0;
      if (link > 0) push('_tautan', link);
      else if (next === AT && isWordUnit(text.charCodeAt(end + 1)))
        push('_surel', restOf(REST_OF_NAME, text, end + 1));
      else if (code === LETTER_R && isMoneyMark(text, at, end)) readNumber(text, at + 2, push);
      else push(null, end);
    } else if (isDigit(code)) {
      readNumber(text, at, push);
    } else if (code === 32) {
      at++;
    } else if (code > 127) {
      at = readSymbol(text, at, push);
    } else {
      const before = at;
      readPunctuation(text, at, push);
      if (at === before) at++;
      if (CLAUSE_END.has(code)) opens = true;
    }
  }
}

const DOT = 46;
const COLON = 58;
const AT = 64;
const LETTER_R = 114;
/** Codes of `\n . , ; : ! ? ( ) #`. */
const CLAUSE_END = new Set([10, 46, 44, 59, 58, 33, 63, 40, 41, 35]);

function readPunctuation(text: string, at: number, push: (word: string, end: number) => void): void {
  const sign = text[at];
  if (sign === '?' || sign === '!') {
    let end = at + 1;
    while (text[end] === '?' || text[end] === '!') end++;
    push(text.slice(at, end).includes('?') ? '_tanya' : '_seru', end);
  } else if (sign === '@') {
    const end = restOf(REST_OF_NAME, text, at + 1);
    if (end > at + 1) push('_sebut', end);
  } else if (sign === '#' && isWordUnit(text.charCodeAt(at + 1))) {
    push('_tagar', at + 1);
  } else if (sign === '[') {
    const close = text.slice(at, at + LONGEST_MASK + 1).indexOf(']');
    const mask = close < 0 ? undefined : MASKS.get(text.slice(at, at + close + 1));
    if (mask !== undefined) push(mask, at + close + 1);
  } else if (sign === '_') {
    const end = restOf(PLACEHOLDER, text, at);
    if (PLACEHOLDERS.has(text.slice(at, end))) push(text.slice(at, end), end);
  } else if (sign === ':' && (text[at + 1] === '(' || text[at + 1] === ')')) {
    push(text[at + 1] === '(' ? '_sedih' : '_emoji', at + 2);
  }
}

/** Emoji of one kind count once, however many; letters of other scripts count as one foreign word. */
function readSymbol(text: string, at: number, push: (word: string, end: number) => void): number {
  const kindAt = (index: number): [string | null, number] => {
    const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
    return [emojiPlaceholder(character), index + character.length];
  };
  const [kind, firstEnd] = kindAt(at);
  let end = firstEnd;
  if (kind === null) return end;
  for (;;) {
    if (end >= text.length || text.charCodeAt(end) < 128) break;
    const [next, nextEnd] = kindAt(end);
    if (next !== kind) break;
    end = nextEnd;
  }
  push(kind, end);
  return end;
}

function endOfWord(text: string, start: number): number {
  let end = start + 1;
  for (;;) {
    const code = text.charCodeAt(end);
    if (isWordUnit(code)) end++;
    else if (code === 45 && isWordUnit(text.charCodeAt(end + 1))) end += 2;
    else return end;
  }
}

/** End of the link that begins with the word from `start` to `end`, or 0. */
function endOfLink(text: string, start: number, end: number): number {
  const next = text[end];
  if (next === ':' && text.startsWith('://', end)) return restOf(REST_OF_LINK, text, end);
  if (next !== '.' || !isWordUnit(text.charCodeAt(end + 1))) return 0;
  if (text.slice(start, end) === 'www') return restOf(REST_OF_LINK, text, end);
  let labelStart = end + 1;
  for (let labels = 0; labels < 4; labels++) {
    const labelEnd = endOfWord(text, labelStart);
    const label = text.slice(labelStart, labelEnd);
    const isLast = text[labelEnd] !== '.' || !isLetter(text.charCodeAt(labelEnd + 1));
    if (isLast) return TOP_LEVEL_DOMAINS.has(label) ? restOf(REST_OF_LINK, text, labelEnd) : 0;
    labelStart = labelEnd + 1;
  }
  return 0;
}

/** `rp` straight before a number: "Rp 50.000", "rp.5jt", "rp50rb". */
function isMoneyMark(text: string, start: number, end: number): boolean {
  if (!text.startsWith('rp', start)) return false;
  if (end > start + 2) return isDigit(text.charCodeAt(start + 2));
  const after = text[end] === '.' ? end + 1 : end;
  return isDigit(text.charCodeAt(text[after] === ' ' ? after + 1 : after));
}

function restOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

const isLetter = (code: number): boolean => code >= 97 && code <= 122;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isWordUnit = (code: number): boolean => isLetter(code) || isDigit(code);
