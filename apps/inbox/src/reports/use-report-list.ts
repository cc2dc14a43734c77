import { useInfiniteQuery, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useChanges } from '../live/use-live.js';
import { ListFollower, type Overflow } from './list-follower.js';
import { isDeep, placeOf, rowsOf, type LoadedList } from './loaded-list.js';
import { fetchSpan, listKey, listQuery, type ListView } from './refresh-list.js';
import type { ReportFilter } from './report-filter.js';

/**
 * The reports of a filter, page after page, kept true to what happens. For another filter it is mounted anew.
 * @param view where the officer is, asked whenever changes are taken in
 */
export function useReportList(filter: ReportFilter, view: () => ListView) {
  const queryClient = useQueryClient();
  const [first] = useState(() => {
    // A list that was left far down begins anew.
    const kept = queryClient.getQueryData<LoadedList>(listKey(filter));
    if (kept && isDeep(kept)) queryClient.removeQueries({ queryKey: listKey(filter), exact: true });
    return filter;
  });
  const options = useMemo(() => listQuery(first), [first]);
  const { queryKey } = options;
  const query = useInfiniteQuery(options);
  const [overflow, setOverflow] = useState<Overflow>(null);
  const follower = useRef<ListFollower>(null);
  useEffect(() => {
    const own = new ListFollower(queryClient, first, view, setOverflow);
    follower.current = own;
    return () => own.close();
  }, [queryClient, first, view]);

  useChanges(({ reportIds, topics, isReset }) => {
    if (isReset) void readAgain(queryClient, queryKey);
    else if (topics.has('report')) follower.current?.add(reportIds);
  });

  const { isFetching } = query;
  useEffect(() => {
    if (!isFetching) follower.current?.wake();
  }, [isFetching]);

  const startAfresh = useCallback(() => {
    setOverflow(null);
    return queryClient.resetQueries({ queryKey, exact: true });
  }, [queryClient, queryKey]);

  /** Brings rows far above back, as many as the screen shows, without those between. */
  const jump = useMutation({
    mutationFn: async ({ from, to }: { from: number; to: number }) => {
      const list = queryClient.getQueryData<LoadedList>(queryKey);
      if (!list) return;
      await queryClient.cancelQueries({ queryKey, exact: true });
      queryClient.setQueryData<LoadedList>(queryKey, await fetchSpan(first, placeOf(list, from), to));
    },
  });
  /** The page above what is loaded; so much may have come between that what is below it goes. */
  const { fetchPreviousPage } = query;
  const loadAbove = useCallback(async () => {
    const { isError } = await fetchPreviousPage();
    if (isError) return;
    queryClient.setQueryData<LoadedList>(queryKey, (list) => {
      const [page, place] = [list?.pages[0], list?.pageParams[0]];
      if (!page || !place || page.nextCursor === (list?.pageParams[1]?.cursor ?? page.nextCursor))
        return list;
      return { pages: [page], pageParams: [place] };
    });
  }, [fetchPreviousPage, queryClient, queryKey]);

  const rows = useMemo(() => (query.data ? rowsOf(query.data) : []), [query.data]);
  const above = query.data?.pageParams[0]?.above ?? 0;
  return { query, rows, above, overflow, startAfresh, jump, loadAbove };
}

/** Also when a first page is on its way: it may have been read before what is told now. */
async function readAgain(queryClient: QueryClient, queryKey: readonly unknown[]): Promise<void> {
  await queryClient.cancelQueries({ queryKey, exact: true });
  await queryClient.invalidateQueries({ queryKey, exact: true });
}
