import AggressiveTokenizerId from 'natural/lib/natural/tokenizers/aggressive_tokenizer_id.js';
import { foldText, type FoldedText } from './fold-text.js';
import { stemOf } from './stem.js';
import { standardWords } from './standard-word.js';

/** One word of the text in standard spelling, or a placeholder such as `_angka`; says where it stands. */
export interface Token {
  readonly word: string;
  readonly stem: string;
  /** UTF-16 offsets into the original text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Punctuation or a line end stands before it: negation and gaps in cues do not reach across. */
  readonly opensClause: boolean;
}

/** What is read of one text, in UTF-16 units: bounds the work for a pasted book. The rest does not count. */
export const MAX_READ = 10_000;

const tokenizer = new AggressiveTokenizerId();
const CLAUSE_END = /[.,;:!?()\n]/;

/** Everything that is not a plain word, as placeholder -> pattern. All patterns are linear in the text's length. */
const PLACEHOLDERS: readonly (readonly [string, string])[] = [
  [
    '_tautan',
    String.raw`https?:\/\/\S+|\bwww\.\S+|\[(?:url|link|tautan)\]|(?<![a-z0-9-])[a-z0-9-]{1,63}\.(?:com|id|net|org|info|xyz|link|ly|me|site|online|top|vip)\b\S*`,
  ],
  ['_surel', String.raw`(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,99}|\[email\]`],
  ['_sebut', String.raw`@[\w.]{1,50}`],
  ['_telepon', String.raw`(?<![\w])(?:\+?62|0)8\d[\d -]{5,12}\d|\[(?:nomor|telepon|hp|phone)\]`],
  [
    '_uang',
    String.raw`(?<![\w])rp\.?\s?\d[\d.,]*(?:\s?(?:rb|ribu|jt|juta|miliar|milyar|k)\b)?|(?<![\w])\d[\d.,]*\s?(?:rb|ribu|jt|juta|miliar|milyar|k)\b`,
  ],
  ['_persen', String.raw`(?<![\w])\d[\d.,]*\s?%`],
  ['_angka', String.raw`(?<![\w])\d+(?:[.,:\/-]\d+)*`],
  ['_tanya', String.raw`\?+`],
  ['_seru', String.raw`!+`],
  ['_sedih', '[😭😢😥😞😔🥺]+'],
  ['_marah', '[😡😠🤬👎]+'],
  ['_mohon', '🙏+'],
  ['_jempol', '[👍👏]+'],
  ['_promosi', '[💰🤑💵💸🎰🎁🔥✅💯🏆]+'],
  ['_emoji', String.raw`[\p{Extended_Pictographic}\p{Regional_Indicator}]+`],
];
const SPECIAL = new RegExp(PLACEHOLDERS.map(([, pattern]) => `(${pattern})`).join('|'), 'gu');

/**
 * Splits a text into standard words and placeholders. `natural`'s tokeniser cuts the words; they are then found again
 * in the text, so that each token knows its place.
 */
export function tokenize(original: string): Token[] {
  const folded = foldText(original.slice(0, MAX_READ));
  const tokens: Token[] = [];
  let cursor = 0;
  let lastEnd = 0;
  const push = (words: readonly string[], start: number, end: number): void => {
    const opensClause = CLAUSE_END.test(folded.text.slice(lastEnd, start));
    words.forEach((word, index) => {
      const place = { start: folded.startOf(start), end: folded.endOf(end) };
      tokens.push({ word, stem: stemOf(word), ...place, opensClause: opensClause && index === 0 });
    });
    lastEnd = end;
  };
  for (const match of folded.text.matchAll(SPECIAL)) {
    pushWords(folded, cursor, match.index, push);
    const placeholder =
      PLACEHOLDERS[match.slice(1).findIndex((group: string | undefined) => group !== undefined)];
    if (placeholder) push([placeholder[0]], match.index, match.index + match[0].length);
    // Punctuation that is itself a token still ends the clause for what follows.
    if (/^[?!]/.test(match[0])) lastEnd = match.index;
    cursor = match.index + match[0].length;
  }
  pushWords(folded, cursor, folded.text.length, push);
  if (folded.disguise)
    tokens.push({ word: '_huruf_hias', stem: '_huruf_hias', ...folded.disguise, opensClause: true });
  return tokens;
}

function pushWords(
  folded: FoldedText,
  from: number,
  to: number,
  push: (words: readonly string[], start: number, end: number) => void,
): void {
  let cursor = from;
  for (const raw of tokenizer.tokenize(folded.text.slice(from, to))) {
    const word = raw.replace(/^-+|-+$/g, '');
    if (word === '') continue;
    const start = folded.text.indexOf(word, cursor);
    cursor = start + word.length;
    push(standardWords(word), start, cursor);
  }
}
