import type { LedgerTally } from '@app/database';

/**
 * received = shown + merged + ignored(reason) + quarantined(reason) + pending, every shown event has its message,
 * and the connections have counted as many arrivals as the ledger holds.
 */
export function tallyIsBalanced(tally: LedgerTally): boolean {
  const explained = tally.shown + tally.merged + tally.ignored + tally.quarantined + tally.pending;
  const proofs = tally.shownWithoutMessage === 0 && tally.withoutReason === 0;
  return explained === tally.received && tally.counted === tally.received && proofs;
}
