import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { overviewKey } from '../api/query-keys.js';
import type { Period } from './period.js';

/** The page may stand open all day; figures move with time alone as well. */
const RENEWED_MS = 60_000;

/** Figures of a period; those of the last one stay on the screen until the new ones are here. */
export function useOverview({ from, to }: Period, agencyId: string | null) {
  const query = new URLSearchParams({ from, to, ...(agencyId !== null && { agencyId }) });
  return useQuery({
    queryKey: [...overviewKey, query.toString()],
    queryFn: ({ signal }) => callApi('getOverview', { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: RENEWED_MS,
  });
}

/** How far the model was right in a period, by what officers decided. */
export function useDecisionQuality({ from, to }: Period, agencyId: string | null) {
  const query = new URLSearchParams({ from, to, ...(agencyId !== null && { agencyId }) });
  return useQuery({
    queryKey: [...overviewKey, 'decisions', query.toString()],
    queryFn: ({ signal }) => callApi('getDecisionQuality', { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: RENEWED_MS,
  });
}
