import type { Reading } from '../text/reading.js';
import { CONCEPT_COUNT } from './concepts.js';
import type { FeatureWord } from './feature-word.js';
import { bucketOf, hashOf } from './hash-features.js';
import { UNCOUNTED } from './mark-words.js';
import type { TakeFeature } from './text-features.js';
import { TUNING } from './tuning.js';

/** Two kinds of words belong together when their words are at most this far apart. */
const REACH = 8;
/** Buckets of "kind a before kind b" at a * CONCEPT_COUNT + b, of the single kinds after them. */
const BUCKETS = Int32Array.from({ length: CONCEPT_COUNT * (CONCEPT_COUNT + 1) }, (_, pair) =>
  bucketOf(hashOf('concept', String(pair))),
);
const SINGLE = CONCEPT_COUNT * CONCEPT_COUNT;

/** For each pair and kind the number of the text that it was last seen in; for each kind its last place. */
const seenIn = new Uint32Array(BUCKETS.length);
const lastAt = new Int32Array(CONCEPT_COUNT);
let textNumber = 0;

/** Which kinds of words the text has, and which of them stand near each other in this order; each once. */
export function conceptFeatures(
  { count, words }: Reading<FeatureWord>,
  marks: readonly number[],
  take: TakeFeature,
): void {
  textNumber++;
  let earlier = 0;
  for (let index = 0; index < count; index++) {
    const here = marks[index] === UNCOUNTED ? 0 : (words[index] as FeatureWord).concepts;
    for (let left = here; left !== 0; left &= left - 1) {
      const concept = lowestBit(left);
      if (isFirst(SINGLE + concept)) take(BUCKETS[SINGLE + concept] as number, TUNING.concept, index, index);
      for (let others = earlier; others !== 0; others &= others - 1) {
        const before = lowestBit(others);
        const at = lastAt[before] as number;
        const pair = before * CONCEPT_COUNT + concept;
        if (index - at <= REACH && isFirst(pair))
          take(BUCKETS[pair] as number, TUNING.conceptPair, at, index);
      }
    }
    for (let left = here; left !== 0; left &= left - 1) lastAt[lowestBit(left)] = index;
    earlier |= here;
  }
}

const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);

function isFirst(pair: number): boolean {
  if (seenIn[pair] === textNumber) return false;
  seenIn[pair] = textNumber;
  return true;
}
