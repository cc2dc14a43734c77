import type { CueMatch } from '../cues/match-cues.js';
import type { Reading } from '../text/reading.js';
import { ASKS, WISHES, type FeatureWord } from './feature-word.js';
import { bucketOf, hashOf } from './hash-features.js';
import type { TakeFeature } from './text-features.js';
import { TUNING } from './tuning.js';

const MOST_CLAIMS = 32;
const bucketsOf = (kind: string): Int32Array =>
  Int32Array.from({ length: MOST_CLAIMS }, (_, claim) => bucketOf(hashOf(kind, String(claim))));
const BESIDE_A_QUESTION = bucketsOf('claim asked');
const BESIDE_A_WISH = bucketsOf('claim wished');
const SEVERAL = bucketsOf('claims');
const WHOLE = -1;
const MANY = 4;

/** What the writer says has failed, whether it is said beside a question or a wish, and how many claims there are. */
export function claimFeatures(
  { count, words }: Reading<FeatureWord>,
  cues: readonly CueMatch[],
  take: TakeFeature,
): void {
  let made = 0;
  let claims = 0;
  let marks = 0;
  for (const { cue, first, last } of cues) {
    if (cue.claim < 0 || (made & (1 << cue.claim)) !== 0) continue;
    if (made === 0) for (let index = 0; index < count; index++) marks |= (words[index] as FeatureWord).marks;
    made |= 1 << cue.claim;
    claims++;
    take(cue.bucket, TUNING.claim, first, last);
    if ((marks & ASKS) !== 0) take(BESIDE_A_QUESTION[cue.claim] as number, TUNING.claim, first, last);
    if ((marks & WISHES) !== 0) take(BESIDE_A_WISH[cue.claim] as number, TUNING.claim, first, last);
  }
  if (claims > 1) take(SEVERAL[Math.min(claims, MANY)] as number, TUNING.claim, WHOLE, WHOLE);
}
