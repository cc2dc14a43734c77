import { recordedBodies, type RecordedFile, type ReplayStep } from '@app/connector-kit';
import { z } from 'zod';
import { reviewEvents } from './google-business.events.js';
import { filedReviewSchema } from './google-business.payload.js';

const pageSchema = z.looseObject({ reviews: z.array(z.unknown()) });
/** Pub/Sub tells that a review is new, and nothing of what it says. */
const noticeSchema = z.looseObject({ message: z.looseObject({ messageId: z.string() }) });

/** Reviews, and pages of them, as fetching would have stored them. */
export function replayGoogleBusiness(file: RecordedFile): readonly ReplayStep[] {
  return recordedBodies(file)
    .flatMap((body): unknown[] => pageSchema.safeParse(body).data?.reviews ?? [body])
    .map(stepOf);
}

function stepOf(body: unknown): ReplayStep {
  if (filedReviewSchema.safeParse(body).success) return { by: 'ledger', events: reviewEvents(body) };
  const isNotice = noticeSchema.safeParse(body).success;
  return {
    by: 'nobody',
    reason: isNotice
      ? 'A notice that a review is new, without the review: Wadah fetches reviews by itself'
      : 'Neither a review nor a page of them',
  };
}
