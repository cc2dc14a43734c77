import { createContext, useContext, useEffect, useEffectEvent } from 'react';
import type { ChangeBatch } from './change-batches.js';

export interface Live {
  readonly isConnected: boolean;
  /** @returns what ends the subscription */
  readonly subscribe: (listener: (batch: ChangeBatch) => void) => () => void;
}

export const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (live === null) throw new Error('useLive needs the live provider above it');
  return live;
}

/** Calls `listener` with each batch of changes, always its newest version. */
export function useChanges(listener: (batch: ChangeBatch) => void): void {
  const { subscribe } = useLive();
  const onBatch = useEffectEvent(listener);
  useEffect(() => subscribe((batch) => onBatch(batch)), [subscribe]);
}
