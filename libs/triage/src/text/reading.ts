import type { Lexicon } from '../lexicon/lexicon.js';
import { blankQuotes } from './blank-quotes.js';
import { foldText } from './fold-text.js';
import { RawWords } from './raw-words.js';
import { standardWords } from './standard-word.js';
import { stemOf } from './stem.js';
import { WordTable } from './word-table.js';

/**
 * The words of one text in standard spelling, in parallel lists of `count` items (the lists may be longer). Valid until
 * the same reader reads the next text.
 */
export interface Reading<Word> {
  readonly count: number;
  /** The same word is the same object throughout a text. */
  readonly words: readonly Word[];
  /** UTF-16 offsets into the original text, end exclusive. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Punctuation or a line end stands before it: negation and gaps in cues do not reach across. */
  readonly opensClause: readonly boolean[];
}

type Meaning<Word> = Word | readonly Word[];

/** What is read of one text, in UTF-16 units: bounds the work for a pasted book. The rest does not count. */
export const MAX_READ = 10_000;
/** Emptied at once when full: citizens' vocabulary is smaller, junk is not. */
const MAX_CACHED = 50_000;

/**
 * Makes the function that splits a text into standard words and placeholders by a lexicon. What `describe` says of a word
 * and its stem is worked out once and remembered, until `forget` is called between two texts.
 */
export function createReader<Word extends object>(
  lexicon: Lexicon,
  describe: (word: string, stem: string) => Word,
  forget: () => void = () => undefined,
): (original: string) => Reading<Word> {
  const known = new Map<string, Word>();
  /** Nearly every raw word stands for one word, which is then kept without a list around it. */
  const meanings = new WordTable<Meaning<Word>>();
  const describeOnce = (word: string): Word => {
    let described = known.get(word);
    if (described === undefined) {
      described = describe(word, stemOf(word));
      known.set(word, described);
    }
    return described;
  };
  const meaningOf = (raw: string): Meaning<Word> => {
    const words = (raw.startsWith('_') ? [raw] : standardWords(raw, lexicon)).map(describeOnce);
    const [only] = words;
    return words.length === 1 && only !== undefined ? only : words;
  };

  const raw = new RawWords();
  const words: Word[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const opensClause: boolean[] = [];
  return (original) => {
    if (Math.max(meanings.size, known.size) >= MAX_CACHED) {
      meanings.clear();
      known.clear();
      forget();
    }
    const folded = foldText(original.length > MAX_READ ? original.slice(0, MAX_READ) : original);
    const text = blankQuotes(folded.text);
    raw.read(text);
    let count = 0;
    const put = (word: Word, start: number, end: number, opens: boolean): void => {
      words[count] = word;
      starts[count] = start;
      ends[count] = end;
      opensClause[count] = opens;
      count++;
    };
    for (let index = 0; index < raw.count; index++) {
      const from = raw.starts[index] as number;
      const to = raw.ends[index] as number;
      const other = raw.words[index] as string | null;
      const meaning =
        other === null
          ? meanings.at(text, from, to, meaningOf)
          : meanings.at(other, 0, other.length, meaningOf);
      const start = folded.startOf(from);
      const end = folded.endOf(to);
      const opens = raw.opens[index] as boolean;
      if (!Array.isArray(meaning)) put(meaning as Word, start, end, opens);
      else
        for (let place = 0; place < meaning.length; place++)
          put(meaning[place] as Word, start, end, opens && place === 0);
    }
    if (folded.disguise) put(describeOnce('_huruf_hias'), folded.disguise.start, folded.disguise.end, true);
    return { count, words, starts, ends, opensClause };
  };
}
