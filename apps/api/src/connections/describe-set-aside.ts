import type { SetAsideEvent } from '@app/database';

const LONGEST_PREVIEW = 2_000;

/** An event that did not become a message, with the beginning of what the platform sent. */
export function describeSetAside<Event extends SetAsideEvent>({ payload, receivedAt, ...event }: Event) {
  return {
    ...event,
    receivedAt: receivedAt.toISOString(),
    preview: payload.toString('utf8').slice(0, LONGEST_PREVIEW).toWellFormed(),
  };
}
