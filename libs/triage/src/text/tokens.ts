import { SHIPPED_LEXICON, type Lexicon } from '../lexicon/lexicon.js';
import { createReader, MAX_READ } from './reading.js';

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

/** Makes the function that splits a text into standard words and placeholders by a lexicon, one object a word. */
export function createTokenizer(lexicon: Lexicon): (original: string) => Token[] {
  const read = createReader(lexicon, (word, stem) => ({ word, stem }));
  return (original) => {
    const { count, words, starts, ends, opensClause } = read(original);
    return words.slice(0, count).map(({ word, stem }, index) => ({
      word,
      stem,
      start: starts[index] ?? 0,
      end: ends[index] ?? 0,
      opensClause: opensClause[index] ?? false,
    }));
  };
}

/** By the shipped lexicon. */
export const tokenize = createTokenizer(SHIPPED_LEXICON);

/**
 * The standard spelling of a text on one line, with placeholders, at most {@link MAX_READ} long. Normalising it again
 * changes nothing: a pass that joins spaced letters may make a word that the next pass knows.
 */
export function normaliseText(text: string): string {
  let normal = text;
  for (let before = ''; before !== normal;) {
    before = normal;
    normal = standardLine(normal);
  }
  return normal;
}

function standardLine(text: string): string {
  let length = -1;
  const fits = ({ word }: Token): boolean => (length += 1 + word.length) <= MAX_READ;
  const tokens = tokenize(text);
  const end = tokens.findIndex((token) => !fits(token));
  return (end < 0 ? tokens : tokens.slice(0, end)).map(({ word }) => word).join(' ');
}
