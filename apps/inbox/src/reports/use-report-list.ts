import { useInfiniteQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useChanges } from '../live/use-live.js';
import { ListFollower } from './list-follower.js';
import { fetchPage, listKey, type ListView } from './refresh-list.js';
import type { ReportFilter } from './report-filter.js';

/**
 * The reports of a filter, page after page, kept true to what happens. For another filter it is mounted anew.
 * @param view where the officer is, asked whenever changes are taken in
 */
export function useReportList(filter: ReportFilter, view: () => ListView) {
  const queryClient = useQueryClient();
  const [first] = useState(filter);
  const queryKey = useMemo(() => listKey(first), [first]);
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage(first, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const [isOverflowing, setOverflowing] = useState(false);
  const follower = useRef<ListFollower>(null);
  useEffect(() => {
    const own = new ListFollower(queryClient, first, view, setOverflowing);
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
    setOverflowing(false);
    return queryClient.resetQueries({ queryKey, exact: true });
  }, [queryClient, queryKey]);
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return { query, rows, isOverflowing, startAfresh };
}

/** Also when a first page is on its way: it may have been read before what is told now. */
async function readAgain(queryClient: QueryClient, queryKey: readonly unknown[]): Promise<void> {
  await queryClient.cancelQueries({ queryKey, exact: true });
  await queryClient.invalidateQueries({ queryKey, exact: true });
}
