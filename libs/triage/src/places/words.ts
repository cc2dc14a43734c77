/** One word of a text as it was typed, for place names. */
export interface PlaceWord {
  /** Lower case, letters and digits only. */
  readonly word: string;
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly isCapitalised: boolean;
  /** Punctuation other than a full stop behind an abbreviation, or a line end, stands before it. */
  readonly opensClause: boolean;
  /** The first of its sentence: a capital there says nothing. */
  readonly opensSentence: boolean;
}

const WORD = /[a-z0-9\u00c0-\u024f]+(?:['’`][a-z\u00c0-\u024f]+)*/gi;
const NOT_PLAIN = /[^a-z0-9]/g;
const SHORTEST_SENTENCE_WORD = 4;

/** Splits a text into words. Linear. */
export function placeWords(text: string): PlaceWord[] {
  const words: PlaceWord[] = [];
  let last = 0;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const [typed] = match;
    const previous = words.at(-1);
    const gap = readGap(text, last, match.index);
    // "kec. Bengalon", "jl. Yos Sudarso": the stop belongs to the abbreviation.
    const isAbbreviation = text[last] === '.' && (previous?.word.length ?? 9) < SHORTEST_SENTENCE_WORD;
    const first = typed.charCodeAt(0);
    words.push({
      word: typed.toLowerCase().replace(NOT_PLAIN, ''),
      start: match.index,
      end: match.index + typed.length,
      isCapitalised: first >= 65 && first <= 90,
      opensClause: !isAbbreviation && gap > 0,
      opensSentence: previous === undefined || (!isAbbreviation && gap > 1),
    });
    last = match.index + typed.length;
  }
  return words;
}

/** What stands between two words: 0 nothing that parts them, 1 the end of a clause, 2 of a sentence. */
function readGap(text: string, start: number, end: number): 0 | 1 | 2 {
  let gap: 0 | 1 = 0;
  for (let index = start; index < end; index++) {
    const sign = text[index];
    if (sign === '!' || sign === '?' || sign === '\n') return 2;
    if (sign === '.' && /\s/.test(text[index + 1] ?? '')) return 2;
    if (sign === ',' || sign === ';' || sign === ':' || sign === '(' || sign === ')') gap = 1;
  }
  return gap;
}
