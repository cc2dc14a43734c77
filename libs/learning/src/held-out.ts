import { createHash } from 'node:crypto';
import { normaliseText } from '@app/triage';

/** One in this many decisions is kept for testing, now and later. */
const ONE_IN = 5;
const SEED = 'wadah-held-out-1';

/**
 * Whether the decisions on this text are kept for testing. It depends on the words alone: a report stays on its side for
 * ever, so no model has ever learnt what it is tested with, and copies of one text are all on the same side.
 */
export function isHeldOut(text: string): boolean {
  // Words that begin with an underscore stand for shouting and the like.
  const words = normaliseText(text).replace(/(?:^| )_\w+/g, '');
  const digest = createHash('sha256').update(`${SEED}\n${words}`).digest();
  return digest.readUInt32BE(0) % ONE_IN === 0;
}
