import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { lexiconKey } from '../api/query-keys.js';
import type { EntryChoice } from '../vocabulary/entry-tools.js';

/** The tenant's own spellings, page by page. */
export function useLexicon({ search, isRetired }: EntryChoice) {
  return useInfiniteQuery({
    queryKey: [...lexiconKey, search, isRetired],
    queryFn: ({ pageParam, signal }) =>
      callApi('listLexicon', {
        query: new URLSearchParams({ search, isRetired: String(isRetired), after: pageParam }),
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

export function useLexiconRefresh() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: lexiconKey });
}
