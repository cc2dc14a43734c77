import { createHash } from 'node:crypto';

/** The ticket code's alphabet: no look-alikes. */
const ALPHABET = '234679ACDEFGHJKMNPRTWXY';
const LENGTH = 8;

/**
 * The secret that opens the tracking page, shown as `XXXX-XXXX`. Derived from the submission's id, which only the
 * citizen's own page knows: the same form sent twice keeps its first secret without anything being looked up.
 */
export function trackingSecretOf(submissionId: string): string {
  const digest = createHash('sha256').update(`tracking ${submissionId}`).digest('hex');
  let rest = BigInt(`0x${digest}`);
  let secret = '';
  for (let i = 0; i < LENGTH; i++) {
    secret += ALPHABET[Number(rest % BigInt(ALPHABET.length))];
    rest /= BigInt(ALPHABET.length);
  }
  return `${secret.slice(0, 4)}-${secret.slice(4)}`;
}
