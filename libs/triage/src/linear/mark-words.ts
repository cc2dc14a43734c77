import type { Reading } from '../text/reading.js';
import { FAREWELL, FUNCTION, GREETING, MENTION, type FeatureWord } from './feature-word.js';

/** What a word counts for: nothing, its neighbours alone (it stood before, or joins others), or itself too. */
export const UNCOUNTED = 0;
export const JOINED = 1;
export const NEW = 2;

/** With fewer words in between, the courtesy may be the whole message. */
const LEAST_AFTER_GREETING = 4;
const LEAST_BEFORE_FAREWELL = 14;

/** Texts are numbered so that a word can tell whether it stood in this one. */
let textNumber = 0;

/**
 * Which words speak of the matter, written into `marks`. A mention tells the channel; a greeting before and thanks after
 * a matter tell the writer's manners, whatever the matter. Returns how many different words count.
 */
export function markWords({ count, words }: Reading<FeatureWord>, marks: number[]): number {
  let from = 0;
  while (from < count && has(words[from], MENTION | GREETING)) from++;
  let to = count;
  while (to > from && has(words[to - 1], MENTION | FAREWELL)) to--;
  let after = 0;
  for (let index = from; index < count; index++) if (!has(words[index], MENTION)) after++;
  if (after < LEAST_AFTER_GREETING) from = 0;
  if (to - from < LEAST_BEFORE_FAREWELL) to = count;
  textNumber++;
  let different = 0;
  for (let index = 0; index < count; index++) {
    const word = words[index] as FeatureWord;
    if (index < from || index >= to || has(word, MENTION)) {
      marks[index] = UNCOUNTED;
    } else if (word.lastText === textNumber) {
      marks[index] = JOINED;
    } else {
      word.lastText = textNumber;
      marks[index] = has(word, FUNCTION) ? JOINED : NEW;
      different++;
    }
  }
  return different;
}

const has = (word: FeatureWord | undefined, marks: number): boolean =>
  word !== undefined && (word.marks & marks) !== 0;
