import type { ReportPage, ReportSummary } from '@app/api-contract';
import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/api-problem.js';
import { callApi } from '../api/call-api.js';
import { reportListsKey } from '../api/query-keys.js';
import { reportQuery } from '../report/report-query.js';
import {
  compareRows,
  hasArrivals,
  hasGap,
  isDeep,
  MOST_PAGES,
  nextPlace,
  PAGE_SIZE,
  placeBefore,
  rowsOf,
  TOP,
  withChanged,
  withHead,
  type LoadedList,
  type Place,
} from './loaded-list.js';
import { filterFrom, isWanted, parametersOf, type ReportFilter } from './report-filter.js';

/** Beyond this many arrivals at once the list is not stitched together any more but offered afresh. */
export const STITCHED_LIMIT = 4 * PAGE_SIZE;
const READ_ONE_BY_ONE = 20;

export const listKey = (filter: ReportFilter): string[] => [
  ...reportListsKey,
  parametersOf(filter).toString(),
];

function fetchPage(filter: ReportFilter, cursor: string | null, signal?: AbortSignal): Promise<ReportPage> {
  const query = parametersOf(filter);
  query.set('limit', String(PAGE_SIZE));
  if (cursor !== null) query.set('cursor', cursor);
  return callApi('listReports', { query, ...(signal ? { signal } : {}) });
}

/** The page of a place. One that was loaded before is read to where the next one began, as far as that is near. */
export async function fetchPlace(
  filter: ReportFilter,
  { cursor, end }: Place,
  signal?: AbortSignal,
): Promise<ReportPage> {
  let page = await fetchPage(filter, cursor, signal);
  if (!end) return page;
  const isBefore = (row: ReportSummary) => compareRows(filter.order, row, end.row) < 0;
  while (page.nextCursor !== null && page.items.every(isBefore) && page.items.length < STITCHED_LIMIT) {
    const { items, nextCursor } = await fetchPage(filter, page.nextCursor, signal);
    page = { items: [...page.items, ...items], nextCursor };
  }
  const isReached = page.nextCursor === null || !page.items.every(isBefore);
  return isReached ? { items: page.items.filter(isBefore), nextCursor: end.cursor } : page;
}

/** From a place on, until this row of the whole list is among them. */
export async function fetchSpan(filter: ReportFilter, start: Place, to: number): Promise<LoadedList> {
  const list = { pages: [await fetchPlace(filter, start)], pageParams: [start] };
  for (;;) {
    const [page, place] = [list.pages.at(-1), list.pageParams.at(-1)];
    const next = page && place && nextPlace(page, list.pages, place);
    if (!next || next.above > to) return list;
    list.pages.push(await fetchPlace(filter, next));
    list.pageParams.push(next);
  }
}

export const listQuery = (filter: ReportFilter) =>
  infiniteQueryOptions<ReportPage, Error, LoadedList, string[], Place>({
    queryKey: listKey(filter),
    queryFn: ({ pageParam, signal }) => fetchPlace(filter, pageParam, signal),
    initialPageParam: TOP,
    getNextPageParam: nextPlace,
    getPreviousPageParam: (first, _, place) => placeBefore(first, place),
    maxPages: MOST_PAGES,
  });

export interface ListView {
  readonly openId: string | null;
  readonly isAtTop: boolean;
}

/**
 * Takes changes into a loaded list without loading it all again.
 * @returns `many`: so much arrived that the list was left as it is; `above`: something did, far above what is loaded;
 *   `busy`: a page is on its way, try again after it
 */
export async function refreshList(
  queryClient: QueryClient,
  filter: ReportFilter,
  changedIds: ReadonlySet<string>,
  view: () => ListView,
): Promise<'done' | 'many' | 'above' | 'busy'> {
  const key = listKey(filter);
  const loaded = queryClient.getQueryData<LoadedList>(key);
  if (!loaded) return 'busy';
  const head = await fetchHead(loaded, filter, view().isAtTop);
  const inHead = new Set(head.items.map((row) => row.id));
  const below = rowsOf(loaded).filter((row) => changedIds.has(row.id) && !inHead.has(row.id));
  const hasNewEnd = filter.order !== 'newest' && loaded.pages.at(-1)?.nextCursor === null;
  if (below.length > READ_ONE_BY_ONE || (hasNewEnd && head.nextCursor !== null)) {
    await queryClient.invalidateQueries({ queryKey: key, exact: true });
    return 'done';
  }
  const changed = await readReports(
    queryClient,
    below.map((row) => row.id),
  );
  if (queryClient.getQueryState(key)?.fetchStatus !== 'idle') return 'busy';
  const now = queryClient.getQueryData<LoadedList>(key);
  if (!now) return 'busy';
  const { openId, isAtTop } = view();
  const isOverflowing = hasGap(now, head, filter.order) && !isAtTop;
  const base = hasGap(now, head, filter.order) && isAtTop ? { pages: [], pageParams: [] } : now;
  const next = isOverflowing || isDeep(now) ? now : withHead(base, head, filter.order, openId);
  queryClient.setQueryData<LoadedList>(key, withChanged(next, changed, filter, openId));
  if (isDeep(now)) return hasArrivals(now, head, filter.order) ? 'above' : 'done';
  return isOverflowing ? 'many' : 'done';
}

/** The first page, and further ones until they reach what was loaded. */
async function fetchHead(loaded: LoadedList, filter: ReportFilter, isAtTop: boolean): Promise<ReportPage> {
  let head = await fetchPage(filter, null);
  while (
    !isAtTop &&
    !isDeep(loaded) &&
    head.items.length < STITCHED_LIMIT &&
    hasGap(loaded, head, filter.order)
  ) {
    const { items, nextCursor } = await fetchPage(filter, head.nextCursor);
    head = { items: [...head.items, ...items], nextCursor };
  }
  return head;
}

async function readReports(
  queryClient: QueryClient,
  ids: readonly string[],
): Promise<Map<string, ReportSummary | null>> {
  const read = async (id: string): Promise<[string, ReportSummary | null]> => {
    try {
      return [id, await queryClient.fetchQuery({ ...reportQuery(id), staleTime: 0 })];
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 404) return [id, null];
      throw error;
    }
  };
  return new Map(await Promise.all(ids.map(read)));
}

/** A report as a loaded list has it. */
export function rowOf(queryClient: QueryClient, reportId: string): ReportSummary | undefined {
  return queryClient
    .getQueriesData<LoadedList>({ queryKey: reportListsKey })
    .flatMap(([, list]) => (list ? rowsOf(list) : []))
    .find((row) => row.id === reportId);
}

/** Shows at once, in every list, what is known of a report elsewhere, unless the list knows better. */
export function showInLists(queryClient: QueryClient, report: ReportSummary): void {
  for (const [key, list] of queryClient.getQueriesData<LoadedList>({ queryKey: reportListsKey })) {
    const isNews = list && rowsOf(list).some((row) => row.id === report.id && row.version <= report.version);
    if (!isNews) continue;
    const filter = filterFrom(new URLSearchParams(String(key.at(-1) ?? '')));
    queryClient.setQueryData<LoadedList>(
      key,
      withChanged(list, new Map([[report.id, report]]), filter, report.id),
    );
  }
}

/** Lets go of a report that stayed in the list only because it was open. */
export function withoutLeft(queryClient: QueryClient, filter: ReportFilter, openId: string | null): void {
  queryClient.setQueryData<LoadedList>(listKey(filter), (list) => {
    if (!list) return list;
    const left = rowsOf(list).filter((row) => row.id !== openId && !isWanted(filter, row));
    return left.length === 0
      ? list
      : withChanged(list, new Map(left.map((row) => [row.id, null])), filter, openId);
  });
}
