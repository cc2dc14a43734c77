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

/** For each kind the place where it last stood, and the kinds that stood near before it, one bit each. */
const lastAt = new Int32Array(CONCEPT_COUNT);
const seenBefore = new Int32Array(CONCEPT_COUNT);

/** Which kinds of words the text has, and which of them stand near each other in this order; each once. */
export function conceptFeatures(
  { count, words }: Reading<FeatureWord>,
  marks: readonly number[],
  take: TakeFeature,
): void {
  seenBefore.fill(0);
  let earlier = 0;
  for (let index = 0; index < count; index++) {
    const here = marks[index] === UNCOUNTED ? 0 : (words[index] as FeatureWord).concepts;
    for (let left = here; left !== 0; left &= left - 1) {
      const concept = lowestBit(left);
      if ((earlier & (1 << concept)) === 0)
        take(BUCKETS[SINGLE + concept] as number, TUNING.concept, index, index);
      let seen = seenBefore[concept] as number;
      for (let others = earlier & ~seen; others !== 0; others &= others - 1) {
        const before = lowestBit(others);
        const at = lastAt[before] as number;
        if (index - at > REACH) continue;
        seen |= 1 << before;
        take(BUCKETS[before * CONCEPT_COUNT + concept] as number, TUNING.conceptPair, at, index);
      }
      seenBefore[concept] = seen;
    }
    for (let left = here; left !== 0; left &= left - 1) lastAt[lowestBit(left)] = index;
    earlier |= here;
  }
}

const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);
