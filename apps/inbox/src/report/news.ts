import type { TimelineEntry } from '@app/api-contract';

/** What an answer could be wrong about when it is not known. */
const TELLING: readonly string[] = [
  'message-received',
  'message-edited',
  'message-deleted',
  'reply-queued',
  'reply-proposed',
  'answered-elsewhere',
  'class-corrected',
  'flags-corrected',
  'status-changed',
  'disposed',
  'assigned',
  'noted',
  'reopened',
  'resumed',
];

/** Ids are decimal numbers that grow. */
function isAfter(id: string, other: string): boolean {
  return BigInt(id) > BigInt(other);
}

export function lastEventId(timeline: readonly TimelineEntry[]): string {
  return timeline.reduce((last, { id }) => (isAfter(id, last) ? id : last), '0');
}

/**
 * What others did after the officer had seen the report.
 * @param seenEventId null: nothing was written yet, so there is nothing to be surprised by
 */
export function newsSince(
  timeline: readonly TimelineEntry[],
  seenEventId: string | null,
  userId: string,
): TimelineEntry[] {
  if (seenEventId === null) return [];
  return timeline.filter(
    ({ id, kind, actorId }) => TELLING.includes(kind) && actorId !== userId && isAfter(id, seenEventId),
  );
}
