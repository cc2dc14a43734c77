import type { ReportPage, ReportSummary } from '@app/api-contract';
import type { InfiniteData } from '@tanstack/react-query';
import { isWanted, type ReportFilter } from './report-filter.js';

/** What `useInfiniteQuery` holds. A cursor says "after this report", so where pages are cut does not matter. */
export type LoadedList = InfiniteData<ReportPage, string | null>;
type Order = ReportFilter['order'];

export const PAGE_SIZE = 50;

export const rowsOf = (list: LoadedList): ReportSummary[] => list.pages.flatMap((page) => page.items);

/** @param nextCursor what comes after the last row; null when nothing does */
export function listOf(rows: readonly ReportSummary[], nextCursor: string | null): LoadedList {
  const count = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const pages = Array.from({ length: count }, (_, index) => ({
    items: rows.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
    nextCursor: index === count - 1 ? nextCursor : null,
  }));
  return { pages, pageParams: pages.map(() => null) };
}

/** After everything with a clock. */
const NEVER = '9999';

/** Below zero: `a` stands above `b`. */
export function compareRows(order: Order, a: ReportSummary, b: ReportSummary): number {
  const [atA, atB] = order === 'newest' ? [b.lastMessageAt, a.lastMessageAt] : [placeOf(a), placeOf(b)];
  function placeOf(row: ReportSummary): string {
    return order === 'due' ? (row.nextDueAt ?? NEVER) : row.receivedAt;
  }
  if (atA !== atB) return atA < atB ? -1 : 1;
  const [idA, idB] = order === 'newest' ? [b.id, a.id] : [a.id, b.id];
  return idA < idB ? -1 : idA > idB ? 1 : 0;
}

/** Whether rows may lie between a fresh beginning of the list and what is loaded. */
export function hasGap(list: LoadedList, head: ReportPage, order: Order): boolean {
  const [last, first] = [head.items.at(-1), rowsOf(list).at(0)];
  return (
    head.nextCursor !== null &&
    last !== undefined &&
    first !== undefined &&
    compareRows(order, last, first) < 0
  );
}

/**
 * Puts a fresh beginning over what was loaded: above its last row it alone counts, below it the loaded rows stay.
 * @param keepId the open report, which stays although it left the filter
 */
export function withHead(
  list: LoadedList,
  head: ReportPage,
  order: Order,
  keepId: string | null,
): LoadedList {
  const last = head.items.at(-1);
  const inHead = new Set(head.items.map((row) => row.id));
  const others = rowsOf(list).filter((row) => !inHead.has(row.id));
  const isBelow = (row: ReportSummary) => last !== undefined && compareRows(order, row, last) > 0;
  const rest = head.nextCursor === null ? [] : others.filter(isBelow);
  const kept = others.filter((row) => row.id === keepId && !rest.includes(row));
  const rows = kept.reduce((all, row) => inserted(all, row, order), [...head.items, ...rest]);
  return listOf(rows, rest.length === 0 ? head.nextCursor : (list.pages.at(-1)?.nextCursor ?? null));
}

/**
 * Takes in reports as they are now: changed in place, moved when their position changed, left out when the filter no
 * longer wants them. Reports that were not in the list are left to its next page or beginning.
 * @param changed null: the report is gone, or no longer for this person
 */
export function withChanged(
  list: LoadedList,
  changed: ReadonlyMap<string, ReportSummary | null>,
  filter: ReportFilter,
  keepId: string | null,
): LoadedList {
  const rows = rowsOf(list);
  if (!rows.some((row) => changed.has(row.id))) return list;
  const nextCursor = list.pages.at(-1)?.nextCursor ?? null;
  const last = rows.at(-1);
  const moved: ReportSummary[] = [];
  const stayed = rows.flatMap((row) => {
    const now = changed.get(row.id);
    if (now === undefined) return [row];
    if (now === null || (row.id !== keepId && !isWanted(filter, now))) return [];
    // What was found by a search stays marked.
    if (row.id === keepId || compareRows(filter.order, row, now) === 0)
      return [{ ...now, match: now.match ?? row.match }];
    // Below everything loaded it is for the page that is yet to come.
    if (nextCursor === null || (last && compareRows(filter.order, now, last) < 0)) moved.push(now);
    return [];
  });
  return listOf(
    moved.reduce((all, row) => inserted(all, row, filter.order), stayed),
    nextCursor,
  );
}

function inserted(rows: readonly ReportSummary[], row: ReportSummary, order: Order): ReportSummary[] {
  const before = rows.findIndex((other) => compareRows(order, row, other) < 0);
  return before === -1 ? [...rows, row] : rows.toSpliced(before, 0, row);
}

/** How many reports came in above the one that the officer is looking at. */
export function arrivalsAbove(
  before: readonly ReportSummary[],
  after: readonly ReportSummary[],
  lookedAtId: string | undefined,
): number {
  const newest = before.reduce((latest, row) => (row.receivedAt > latest ? row.receivedAt : latest), '');
  const known = new Set(before.map((row) => row.id));
  const end = after.findIndex((row) => row.id === lookedAtId);
  return after.slice(0, Math.max(end, 0)).filter((row) => !known.has(row.id) && row.receivedAt >= newest)
    .length;
}
