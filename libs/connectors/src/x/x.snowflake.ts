/** Ids of X count milliseconds since this moment in their upper bits (since November 2010). */
const EPOCH_MS = 1_288_834_974_657n;
const TIME_SHIFT = 22n;
/** Ids below this are older than the scheme and say nothing about time. */
const FIRST_TIMED_ID = 30_000_000_000n;

/** When a post was made, from its id; null for ids older than the scheme. */
export function snowflakeTime(id: string): Date | null {
  const number = BigInt(id);
  if (number < FIRST_TIMED_ID) return null;
  return new Date(Number((number >> TIME_SHIFT) + EPOCH_MS));
}

/** The lowest id that a post made at `time` can have. */
export function snowflakeAt(time: Date): string {
  const elapsed = BigInt(time.getTime()) - EPOCH_MS;
  return (elapsed > 0n ? elapsed << TIME_SHIFT : 0n).toString();
}

/** The greatest of some ids, compared as numbers; null when there is none. */
export function newestId(ids: readonly (string | null | undefined)[]): string | null {
  let newest: string | null = null;
  for (const id of ids) {
    if (id && (newest === null || BigInt(id) > BigInt(newest))) newest = id;
  }
  return newest;
}
