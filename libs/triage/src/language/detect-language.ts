import type { ReportLanguage } from '@app/report-model';
import { blankQuotes } from '../text/blank-quotes.js';
import { foldText } from '../text/fold-text.js';
import { RawWords } from '../text/raw-words.js';
import { MAX_READ } from '../text/reading.js';
import { WordTable } from '../text/word-table.js';
import { KNOWN_LANGUAGES, weightsOf, type Weights } from './word-weights.js';

/** A word by itself tells nothing: names, brands and greetings go round. */
const FEWEST_WORDS = 2;
/** As much as one telling word, or two of the common ones of Indonesian. */
const LEAST_SCORE = 1;
/** In a long text a few such words are chance. */
const LEAST_PER_WORD = 0.08;
/** Words of other languages are borrowed one by one: it takes as much of them in a short text, and this in any. */
const LEAST_PER_WORD_OF_OTHERS = 0.3;
const ENOUGH_OF_OTHERS = 1.5;
/**
 * The next language must stay below this share of the first: else both are spoken, or neighbours cannot be parted.
 * Indonesian beside a local language is no rival: such messages are half made of it.
 */
const NEXT_AT_MOST = 0.8;
/** Emptied at once when full, as the reader's. */
const MOST_CACHED = 50_000;

const known = new WordTable<Weights | null>();
const words = new RawWords();
const scores = new Float64Array(KNOWN_LANGUAGES.length);

/**
 * The language that a text is written in, by the words that give it away; `und` where it cannot be told: numbers, emoji, one
 * word, another language, two in equal parts. Any string gives an answer; the time is linear, and the first 10,000
 * UTF-16 units count. Of words that a writer borrows from Indonesian the local ones around them decide, not the number.
 */
export function detectLanguage(text: string): ReportLanguage {
  if (known.size >= MOST_CACHED) known.clear();
  const folded = blankQuotes(foldText(text.slice(0, MAX_READ)).text);
  words.read(folded);
  scores.fill(0);
  let count = 0;
  for (let index = 0; index < words.count; index++) {
    if (words.words[index] !== null) continue;
    count++;
    const weights = known.at(folded, words.starts[index] as number, words.ends[index] as number, weightsOf);
    if (weights === null) continue;
    for (let column = 0; column < scores.length; column++) {
      scores[column] = (scores[column] as number) + (weights[column] as number);
    }
  }
  return count < FEWEST_WORDS ? 'und' : decide(count);
}

function decide(count: number): ReportLanguage {
  let best = 0;
  let next = -1;
  for (let column = 1; column < scores.length; column++) {
    if ((scores[column] as number) > (scores[best] as number)) {
      next = best;
      best = column;
    } else if (next < 0 || (scores[column] as number) > (scores[next] as number)) next = column;
  }
  const language = KNOWN_LANGUAGES[best] as ReportLanguage;
  const score = scores[best] as number;
  const isAlone = (scores[next] as number) <= NEXT_AT_MOST * score || isLocalWithIndonesian(best, next);
  return isAlone && score >= leastOf(language, count) ? language : 'und';
}

function isLocalWithIndonesian(best: number, next: number): boolean {
  return KNOWN_LANGUAGES[next] === 'id' && KNOWN_LANGUAGES[best] !== 'en';
}

function leastOf(language: ReportLanguage, count: number): number {
  const ofOthers = language === 'id' ? 0 : Math.min(ENOUGH_OF_OTHERS, LEAST_PER_WORD_OF_OTHERS * count);
  return Math.max(LEAST_SCORE, LEAST_PER_WORD * count, ofOthers);
}
