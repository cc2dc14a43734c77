import type { ReportPage, ReportSummary } from '@app/api-contract';
import type { InfiniteData } from '@tanstack/react-query';
import { isWanted, type ReportFilter } from './report-filter.js';

type Order = ReportFilter['order'];
/** What a report is ordered by. */
export type Position = Pick<ReportSummary, 'id' | 'lastMessageAt' | 'receivedAt' | 'nextDueAt'>;

/** Where a page begins. Pages far from the screen are let go; their places stay, and bring them back. */
export interface Place {
  /** After the row before it; null: the beginning of the list. */
  readonly cursor: string | null;
  /** Rows above it. */
  readonly above: number;
  /** Where the page above begins. */
  readonly before: Place | null;
  /** The first row of the list as it was last seen; null: nothing is above. */
  readonly top: Position | null;
  /** The page was loaded before: it ends where the next one began. */
  readonly end?: { readonly row: Position; readonly cursor: string | null };
}

/** What `useInfiniteQuery` holds: pages that follow each other, the first of them anywhere in the list. */
export type LoadedList = InfiniteData<ReportPage, Place>;

export const PAGE_SIZE = 50;
/** Pages that are kept at once. */
export const MOST_PAGES = 12;
export const TOP: Place = { cursor: null, above: 0, before: null, top: null };

/** A row that changed while a page was on its way may be in two: the first counts. */
export function rowsOf(list: LoadedList): ReportSummary[] {
  const seen = new Set<string>();
  return list.pages.flatMap((page) => page.items.filter(({ id }) => !seen.has(id) && seen.add(id)));
}

/** Whether the beginning of the list is not among what is loaded. */
export const isDeep = (list: LoadedList): boolean => (list.pageParams[0]?.before ?? null) !== null;

export const nextPlace = (last: ReportPage, pages: readonly ReportPage[], place: Place): Place | null =>
  last.nextCursor === null ? null : placeAfter(place, last, positionOf(pages[0]?.items[0]));

function placeAfter(before: Place, page: ReportPage, first: Position | null): Place {
  const above = before.above + page.items.length;
  return { cursor: page.nextCursor, above, before, top: before.top ?? first };
}

export function placeBefore(first: ReportPage, place: Place): Place | null {
  const row = positionOf(first.items[0]);
  return place.before && row && { ...place.before, end: { row, cursor: place.cursor } };
}

const positionOf = (row: ReportSummary | undefined): Position | null =>
  row
    ? { id: row.id, lastMessageAt: row.lastMessageAt, receivedAt: row.receivedAt, nextDueAt: row.nextDueAt }
    : null;

/** The place of the page in which this row of the whole list lies, at or above what is loaded. */
export function placeOf(list: LoadedList, index: number): Place {
  let place = list.pageParams[0] ?? TOP;
  while (place.before && place.above > index) place = place.before;
  return place;
}

interface Page extends ReportPage {
  readonly cursor: string | null;
}

/** Pages with how they begin: emptied ones go, the places follow from what they hold. */
function listOf(pages: readonly Page[], start: Place): LoadedList {
  const filled = pages.filter(({ items }, index) => items.length > 0 || index === pages.length - 1);
  const kept = filled.slice(0, MOST_PAGES);
  const places: Place[] = [];
  for (const [index, page] of kept.entries()) {
    const [before, above] = [places[index - 1], kept[index - 1]];
    if (before && above)
      places.push({ ...placeAfter(before, above, positionOf(kept[0]?.items[0])), cursor: page.cursor });
    else places.push(start);
  }
  return { pages: kept.map(({ items, nextCursor }) => ({ items, nextCursor })), pageParams: places };
}

const pagesOf = (list: LoadedList): Page[] =>
  list.pages.map((page, index) => ({ ...page, cursor: list.pageParams[index]?.cursor ?? null }));

/** After everything with a clock. */
const NEVER = '9999';

/** Below zero: `a` stands above `b`. */
export function compareRows(order: Order, a: Position, b: Position): number {
  const [atA, atB] = order === 'newest' ? [b.lastMessageAt, a.lastMessageAt] : [timeOf(a), timeOf(b)];
  function timeOf(row: Position): string {
    return order === 'due' ? (row.nextDueAt ?? NEVER) : row.receivedAt;
  }
  if (atA !== atB) return atA < atB ? -1 : 1;
  const [idA, idB] = order === 'newest' ? [b.id, a.id] : [a.id, b.id];
  return idA < idB ? -1 : idA > idB ? 1 : 0;
}

/** Whether rows may lie between a fresh beginning of the list and what is loaded. */
export function hasGap(list: LoadedList, head: ReportPage, order: Order): boolean {
  const [last, first] = [head.items.at(-1), list.pages[0]?.items[0]];
  return (
    head.nextCursor !== null &&
    last !== undefined &&
    first !== undefined &&
    compareRows(order, last, first) < 0
  );
}

/** Whether a fresh beginning shows reports above what was its first row. */
export function hasArrivals(list: LoadedList, head: ReportPage, order: Order): boolean {
  const [first, top] = [head.items[0], list.pageParams[0]?.top];
  return first !== undefined && !!top && compareRows(order, first, top) < 0;
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
  const isBelow = (row: ReportSummary) =>
    head.nextCursor !== null &&
    last !== undefined &&
    !inHead.has(row.id) &&
    compareRows(order, row, last) > 0;
  const rest = pagesOf(list)
    .map((page) => ({ ...page, items: page.items.filter(isBelow) }))
    .filter(({ items }) => items.length > 0);
  const [next, ...others] = rest;
  const begun = { ...head, cursor: null };
  // What is left of a page goes with the beginning until it makes a page of its own.
  const pages =
    next === undefined
      ? [begun]
      : next.items.length < PAGE_SIZE
        ? [{ items: [...head.items, ...next.items], nextCursor: next.nextCursor, cursor: null }, ...others]
        : [begun, { ...next, cursor: head.nextCursor }, ...others];
  const kept = rowsOf(list).find((row) => row.id === keepId && !inHead.has(row.id) && !isBelow(row));
  return listOf(kept ? inserted(pages, kept, order) : pages, TOP);
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
  const { order } = filter;
  const [first, last, nextCursor] = [rows[0], rows.at(-1), list.pages.at(-1)?.nextCursor ?? null];
  const moved: ReportSummary[] = [];
  const stayed = (row: ReportSummary): ReportSummary[] => {
    const now = changed.get(row.id);
    if (now === undefined) return [row];
    if (now === null || (row.id !== keepId && !isWanted(filter, now))) return [];
    // What was found by a search stays marked.
    if (row.id === keepId || compareRows(order, row, now) === 0)
      return [{ ...now, match: now.match ?? row.match }];
    // Above or below everything loaded it is for a page that is yet to come.
    const isAbove = isDeep(list) && first !== undefined && compareRows(order, now, first) < 0;
    const isBelow = nextCursor !== null && last !== undefined && compareRows(order, now, last) > 0;
    if (!isAbove && !isBelow) moved.push(now);
    return [];
  };
  const pages: Page[] = pagesOf(list).map((page) => ({ ...page, items: page.items.flatMap(stayed) }));
  const all = moved.reduce((made, row) => inserted(made, row, order), pages);
  return listOf(all, list.pageParams[0] ?? TOP);
}

/** Between two pages it goes to the end of the upper one: read again, either may bring it, and the upper one counts. */
function inserted(pages: readonly Page[], row: ReportSummary, order: Order): Page[] {
  const below = (page: Page) => page.items.findIndex((other) => compareRows(order, row, other) < 0);
  const found = pages.findIndex((page) => below(page) !== -1);
  const at =
    found === -1
      ? pages.length - 1
      : found > 0 && pages[found] && below(pages[found]) === 0
        ? found - 1
        : found;
  return pages.map((page, index) => {
    if (index !== at) return page;
    const before = below(page);
    return { ...page, items: page.items.toSpliced(before === -1 ? page.items.length : before, 0, row) };
  });
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
