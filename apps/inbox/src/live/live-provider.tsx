import type { Change, Presence } from '@app/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { sessionKey } from '../api/query-keys.js';
import { ChangeBatches, type ChangeBatch } from './change-batches.js';
import { followEvents } from './follow-events.js';
import { forgetPresences, notePresence } from './presences.js';
import { refreshChanged } from './refresh-changed.js';
import { LiveContext } from './use-live.js';

const EVENTS = '/api/v1/events';
const BATCH_INTERVAL_MS = 700;

/** Follows the change feed as long as someone is signed in, and keeps what was loaded true to it. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const [isConnected, setConnected] = useState(true);
  const [listeners] = useState(() => new Set<(batch: ChangeBatch) => void>());

  useEffect(() => {
    const stop = new AbortController();
    const batches = new ChangeBatches((batch) => {
      refreshChanged(queryClient, batch);
      listeners.forEach((listener) => listener(batch));
    }, BATCH_INTERVAL_MS);
    const listener = {
      onEvent: ({ name, data }: { name: string; data: string }) => {
        if (name === 'reset') batches.reset();
        if (name === 'presence') notePresence(JSON.parse(data) as Presence);
        if (name === 'change') batches.add(JSON.parse(data) as Change);
      },
      onConnected: (isFirst: boolean) => {
        setConnected(true);
        // Who came and went while nothing was heard is not told again.
        if (!isFirst) forgetPresences();
        // What was loaded just before the stream began may lack the changes between the two.
        if (isFirst) batches.reset();
      },
      onInterrupted: () => setConnected(false),
      onRefused: () => void queryClient.invalidateQueries({ queryKey: sessionKey }),
    };
    void followEvents(EVENTS, listener, stop.signal);
    return () => {
      stop.abort();
      batches.close();
      forgetPresences();
    };
  }, [queryClient, listeners]);

  const live = useMemo(
    () => ({
      isConnected,
      subscribe: (listener: (batch: ChangeBatch) => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    }),
    [isConnected, listeners],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}
