import type { DueEvent } from '@app/database';

/** Setting: every event up to this one is erased. */
export const EVENTS_ERASED_TO = 'rawEventsErasedTo';

/** What to do with a page of the ledger. */
export interface EventStep {
  readonly erase: readonly string[];
  readonly held: number;
  /** The first that stays although it is old: the next run begins there. */
  readonly firstKept: string | null;
  /** Where the next page begins; null behind the last event that is old. */
  readonly next: string | null;
}

/** Quarantined and pending events stay: nobody has seen them. */
export function planEvents(page: readonly DueEvent[]): EventStep {
  const young = page.findIndex(({ isOld }) => !isOld);
  const old = young < 0 ? page : page.slice(0, young);
  const left = old.filter(({ isErased }) => !isErased);
  const kept = left.filter(({ isHeld, isSettled }) => isHeld || !isSettled);
  return {
    erase: left.filter((event) => !kept.includes(event)).map(({ id }) => id),
    held: kept.filter(({ isHeld }) => isHeld).length,
    firstKept: kept[0]?.id ?? null,
    next: young < 0 ? (old.at(-1)?.id ?? null) : null,
  };
}

/** Every event up to this one is erased after a step that began behind `from`. */
export function erasedTo(from: string, page: readonly DueEvent[], { firstKept }: EventStep): string {
  if (firstKept !== null) return String(BigInt(firstKept) - 1n);
  return page.findLast(({ isOld }) => isOld)?.id ?? from;
}
