import { SHIPPED_LEXICON, type Lexicon } from '../lexicon/lexicon.js';
import { blankQuotes } from './blank-quotes.js';
import { foldText } from './fold-text.js';
import { scanText } from './scan-text.js';
import { standardWords } from './standard-word.js';
import { stemOf } from './stem.js';

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
/** Emptied at once when full. */
const MAX_CACHED = 50_000;
/** Letters set apart ("s l o t") are read as one word from this many on. */
const SPACED_LETTERS = 3;

interface Standard {
  readonly word: string;
  readonly stem: string;
}

interface RawWord {
  word: string;
  start: number;
  end: number;
  opensClause: boolean;
}

/** Makes the function that splits a text into standard words and placeholders by a lexicon. */
export function createTokenizer(lexicon: Lexicon): (original: string) => Token[] {
  const cache = new Map<string, readonly Standard[]>();
  const standardOf = (raw: string): readonly Standard[] => {
    const cached = cache.get(raw);
    if (cached !== undefined) return cached;
    const words = raw.startsWith('_') ? [raw] : standardWords(raw, lexicon);
    const standard = words.map((word) => ({ word, stem: stemOf(word) }));
    if (cache.size >= MAX_CACHED) cache.clear();
    cache.set(raw, standard);
    return standard;
  };

  return (original) => {
    const folded = foldText(original.length > MAX_READ ? original.slice(0, MAX_READ) : original);
    const tokens: Token[] = [];
    for (const raw of joinSpacedLetters(rawWords(blankQuotes(folded.text)))) {
      const start = folded.startOf(raw.start);
      const end = folded.endOf(raw.end);
      let { opensClause } = raw;
      for (const { word, stem } of standardOf(raw.word)) {
        tokens.push({ word, stem, start, end, opensClause });
        opensClause = false;
      }
    }
    if (folded.disguise) {
      tokens.push({ word: '_huruf_hias', stem: '_huruf_hias', ...folded.disguise, opensClause: true });
    }
    return tokens;
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

function rawWords(folded: string): RawWord[] {
  const words: RawWord[] = [];
  scanText(folded, (word, start, end, opensClause) => words.push({ word, start, end, opensClause }));
  return words;
}

function joinSpacedLetters(words: RawWord[]): RawWord[] {
  const isLetterAt = (index: number): boolean => words[index]?.word.length === 1;
  const isNext = (index: number): boolean =>
    isLetterAt(index) && (words[index]?.start ?? 0) - (words[index - 1]?.end ?? 0) <= 1;
  if (!words.some((_, index) => isLetterAt(index) && isNext(index + 1) && isNext(index + 2))) return words;
  const joined: RawWord[] = [];
  for (let index = 0; index < words.length;) {
    let last = index;
    if (isLetterAt(index)) while (isNext(last + 1)) last++;
    const run = words.slice(index, last + 1);
    const [first] = run;
    if (first !== undefined && run.length >= SPACED_LETTERS) {
      joined.push({
        ...first,
        word: run.map(({ word }) => word).join(''),
        end: words[last]?.end ?? first.end,
      });
    } else {
      joined.push(...run);
    }
    index = last + 1;
  }
  return joined;
}
