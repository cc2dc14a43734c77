import type { ParsedEvent } from '../raw-event.js';

/** External ids in order, `null` for an unreadable item. */
export function idsOf(events: readonly ParsedEvent[]): (string | null)[] {
  return events.map((event) => (event.status === 'readable' ? event.externalId : null));
}
