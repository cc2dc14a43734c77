import type { QueryClient } from '@tanstack/react-query';
import { sessionKey } from '../api/query-keys.js';
import { fetchSession } from '../session/fetch-session.js';
import { listQuery } from './refresh-list.js';
import { filterFrom } from './report-filter.js';

/** Asks who is signed in and for the list at the same time: on a slow line the one would wait for the other. */
export function prefetchList(queryClient: QueryClient, search: string): void {
  const filter = filterFrom(new URLSearchParams(search));
  void queryClient.prefetchQuery({ queryKey: sessionKey, queryFn: fetchSession, staleTime: Infinity });
  void queryClient.prefetchInfiniteQuery({ ...listQuery(filter), retry: false });
}
