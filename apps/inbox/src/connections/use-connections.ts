import { useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { connectionsKey, reconciliationKey } from '../api/query-keys.js';

/** Counts grow without a change of the connection itself. */
const REFRESH_MS = 10_000;

export function useConnections() {
  return useQuery({
    queryKey: connectionsKey,
    queryFn: ({ signal }) => callApi('listConnections', { signal }),
    refetchInterval: REFRESH_MS,
  });
}

export function useReconciliation() {
  return useQuery({
    queryKey: reconciliationKey,
    queryFn: ({ signal }) => callApi('reconcile', { signal }),
    refetchInterval: REFRESH_MS,
  });
}
