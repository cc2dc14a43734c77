import type { SetAsideEvent } from '@app/database';
import { z } from 'zod';

/** Ledger numbers are their own cursors. */
export const ledgerNumberSchema = z.string().regex(/^\d{1,18}$/);

const LONGEST_PREVIEW = 2_000;

/** An event that did not become a message, with the beginning of what the platform sent. */
export function describeSetAside<Event extends SetAsideEvent>({ payload, receivedAt, ...event }: Event) {
  return {
    ...event,
    receivedAt: receivedAt.toISOString(),
    preview: payload.toString('utf8').slice(0, LONGEST_PREVIEW).toWellFormed(),
  };
}
