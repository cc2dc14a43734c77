import { setTimeout as delay } from 'node:timers/promises';
import type { SubmissionRow, TrackingRepository } from '@app/database';

/** The drain usually takes less; whoever waits longer is told to ask again. */
const PATIENCE_MS = 1_500;
const PAUSE_MS = 30;

/** Waits, not for ever, until the drain has seen what was sent. @returns null when nothing was */
export async function settledSubmission(
  tracking: TrackingRepository,
  connectionId: string,
  kind: string,
  externalId: string,
): Promise<SubmissionRow | null> {
  for (const end = Date.now() + PATIENCE_MS; ;) {
    const submission = await tracking.submission(connectionId, kind, externalId);
    if (submission?.state !== 'pending' || Date.now() > end) return submission;
    await delay(PAUSE_MS);
  }
}
