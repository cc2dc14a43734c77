import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { placeAliasesKey } from '../api/query-keys.js';
import type { EntryChoice } from '../vocabulary/entry-tools.js';

/** The tenant's own names for places, page by page. */
export function usePlaceNames({ search, isRetired }: EntryChoice) {
  return useInfiniteQuery({
    queryKey: [...placeAliasesKey, search, isRetired],
    queryFn: ({ pageParam, signal }) =>
      callApi('listPlaceAliases', {
        query: new URLSearchParams({ search, isRetired: String(isRetired), after: pageParam }),
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

export function usePlaceNamesRefresh() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: placeAliasesKey });
}
