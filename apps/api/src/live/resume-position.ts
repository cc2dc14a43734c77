const POSITION = /^\d{1,19}$/;

export interface Start {
  /** The first change sent is the one after it. */
  readonly position: bigint;
  /** What happened since the client's position is not known any more: it must load afresh. */
  readonly isReset: boolean;
}

/**
 * Where a stream begins.
 * @param lastEventId what the client saw last; without it, it has just loaded everything
 * @param bounds oldest and newest change that are kept; both '0' while there is none
 */
export function startOf(
  lastEventId: string | undefined,
  bounds: { readonly latest: string; readonly oldest: string },
): Start {
  const latest = BigInt(bounds.latest);
  if (lastEventId === undefined || lastEventId === '') return { position: latest, isReset: false };
  const position = POSITION.test(lastEventId) ? BigInt(lastEventId) : null;
  const isKept = position !== null && position <= latest && position >= BigInt(bounds.oldest) - 1n;
  return isKept ? { position, isReset: false } : { position: latest, isReset: true };
}
