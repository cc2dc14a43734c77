import type { DueEvent } from '@app/database';

/** Setting: every event up to this one is erased. */
export const EVENTS_ERASED_TO = 'rawEventsErasedTo';

/** Quarantined and pending events stay: nobody has seen them. */
export function dueOf(page: readonly DueEvent[]): DueEvent[] {
  return page.filter(({ isOld, isErased, isSettled }) => isOld && !isErased && isSettled);
}

/** How far a page is erased, and where the next one begins. */
export interface EventStep {
  /** Every event up to this one is erased: the next run begins there. */
  readonly erasedTo: string;
  /** All of the page that is old is. */
  readonly isComplete: boolean;
  /** Null behind the last event that is old. */
  readonly next: string | null;
}

/** @param page as it is now, read behind `from` */
export function stepOf(from: string, page: readonly DueEvent[]): EventStep {
  const young = page.findIndex(({ isOld }) => !isOld);
  const old = young < 0 ? page : page.slice(0, young);
  const left = old.find(({ isErased }) => !isErased);
  const last = old.at(-1)?.id ?? null;
  return {
    erasedTo: left ? String(BigInt(left.id) - 1n) : (last ?? from),
    isComplete: left === undefined,
    next: young < 0 ? last : null,
  };
}
