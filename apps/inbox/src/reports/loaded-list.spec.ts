import type { ReportPage } from '@app/api-contract';
import { describe, expect, it } from '@jest/globals';
import {
  arrivalsAbove,
  hasArrivals,
  hasGap,
  isDeep,
  MOST_PAGES,
  nextPlace,
  placeBefore,
  placeOf,
  rowsOf,
  TOP,
  withChanged,
  withHead,
  type LoadedList,
} from './loaded-list.js';
import { EVERYTHING } from './report-filter.js';
import { atMinute } from './testing/summary.js';

const minutes = (...all: number[]) => all.map((minute) => atMinute(minute));
const page = (all: number[], nextCursor: string | null = 'more'): ReportPage => ({
  items: minutes(...all),
  nextCursor,
});
/** As `useInfiniteQuery` loads one page after another. */
function loadedFrom(pages: ReportPage[]): LoadedList {
  const pageParams = [TOP];
  for (const [index, one] of pages.slice(0, -1).entries())
    pageParams.push(nextPlace(one, pages.slice(0, index + 1), pageParams[index] ?? TOP) ?? TOP);
  return { pages, pageParams };
}
const listOf = (items: ReturnType<typeof minutes>, nextCursor: string | null) =>
  loadedFrom([{ items, nextCursor }]);
const ids = (list: LoadedList) => rowsOf(list).map((row) => row.id);
const cursor = (list: LoadedList) => list.pages.at(-1)?.nextCursor;
const NEW_ONLY = { ...EVERYTHING, statuses: ['new' as const] };

describe('a fresh beginning over a loaded list', () => {
  const loaded = listOf(minutes(30, 29, 28, 27), 'after 27');

  it('brings arrivals to the top and keeps what was loaded below', () => {
    const merged = withHead(loaded, page([31, 30, 29]), 'newest', null);
    expect(ids(merged)).toEqual(['m-31', 'm-30', 'm-29', 'm-28', 'm-27']);
    expect(cursor(merged)).toBe('after 27');
  });

  it('takes away what left the filter, but not the report that is open', () => {
    expect(ids(withHead(loaded, page([30, 28]), 'newest', null))).toEqual(['m-30', 'm-28', 'm-27']);
    expect(ids(withHead(loaded, page([30, 28]), 'newest', 'm-29'))).toEqual(ids(loaded));
  });

  it('is the whole list when nothing comes after it', () => {
    const merged = withHead(loaded, page([31, 30], null), 'newest', null);
    expect([ids(merged), cursor(merged)]).toEqual([['m-31', 'm-30'], null]);
  });

  it('goes on after itself when it covers all that was loaded', () => {
    const merged = withHead(loaded, page([31, 30, 20], 'after 20'), 'newest', null);
    expect([ids(merged), cursor(merged)]).toEqual([['m-31', 'm-30', 'm-20'], 'after 20']);
  });

  it('has a gap when so much arrived that it does not reach what was loaded', () => {
    expect(hasGap(loaded, page([40, 39]), 'newest')).toBe(true);
    expect(hasGap(loaded, page([31, 30]), 'newest')).toBe(false);
    expect(hasGap(loaded, page([40, 39], null), 'newest')).toBe(false);
    expect(hasGap(listOf([], null), page([40, 39]), 'newest')).toBe(false);
  });
});

describe('a changed report in a loaded list', () => {
  const loaded = listOf(minutes(30, 29, 28), 'after 28');
  const change = (id: string, now: ReturnType<typeof atMinute> | null) => new Map([[id, now]]);

  it('changes in place', () => {
    const now = atMinute(29, { class: 'spam', version: 2 });
    const list = withChanged(loaded, change('m-29', now), EVERYTHING, null);
    expect(rowsOf(list)[1]).toEqual(now);
    expect(ids(list)).toEqual(ids(loaded));
  });

  it('moves to the top with a new message', () => {
    const now = atMinute(31, { id: 'm-28' });
    expect(ids(withChanged(loaded, change('m-28', now), EVERYTHING, null))).toEqual(['m-28', 'm-30', 'm-29']);
  });

  it('leaves a list that no longer wants it, unless it is open', () => {
    const now = atMinute(29, { status: 'verified' });
    expect(ids(withChanged(loaded, change('m-29', now), NEW_ONLY, null))).toEqual(['m-30', 'm-28']);
    const open = withChanged(loaded, change('m-29', now), NEW_ONLY, 'm-29');
    expect(rowsOf(open)[1]?.status).toBe('verified');
  });

  it('leaves when it was disposed to another agency', () => {
    expect(ids(withChanged(loaded, change('m-29', null), EVERYTHING, 'm-29'))).toEqual(['m-30', 'm-28']);
  });

  it('waits for its page when it belongs below everything loaded', () => {
    const now = atMinute(10, { id: 'm-29' });
    expect(ids(withChanged(loaded, change('m-29', now), EVERYTHING, null))).toEqual(['m-30', 'm-28']);
  });

  it('does not touch a list it is not in', () => {
    expect(withChanged(loaded, change('m-99', atMinute(99)), EVERYTHING, null)).toBe(loaded);
  });
});

describe('a list of several pages', () => {
  const three = () => loadedFrom([page([30, 29], 'a'), page([28, 27], 'b'), page([26, 25], 'c')]);
  const change = (id: string, now: ReturnType<typeof atMinute> | null) => new Map([[id, now]]);
  const places = (list: LoadedList) => list.pageParams.map(({ cursor: at, above }) => [at, above]);

  it('knows where each page begins, also after rows left or came', () => {
    expect(places(three())).toEqual([
      [null, 0],
      ['a', 2],
      ['b', 4],
    ]);
    expect(places(withChanged(three(), change('m-30', null), EVERYTHING, null))).toEqual([
      [null, 0],
      ['a', 1],
      ['b', 3],
    ]);
    const headed = withHead(three(), page([32, 31, 30, 29, 28], 'x'), 'newest', null);
    expect(ids(headed)).toEqual(['m-32', 'm-31', 'm-30', 'm-29', 'm-28', 'm-27', 'm-26', 'm-25']);
    expect(places(headed)).toEqual([
      [null, 0],
      ['b', 6],
    ]);
  });

  it('lets the end go when ever more arrives at the top', () => {
    const items = (from: number) => Array.from({ length: 50 }, (_, index) => from - index);
    let list = listOf(minutes(...items(50)), 'end');
    for (let newest = 100; newest <= 50 * (MOST_PAGES + 3); newest += 50)
      list = withHead(list, page(items(newest), `after ${newest - 49}`), 'newest', null);
    expect(list.pages).toHaveLength(MOST_PAGES);
    expect(cursor(list)).toBe('after 151');
  });

  it('gives back what lies above: a page with its end, or any page by the number of a row', () => {
    const whole = three();
    const deep = { pages: whole.pages.slice(2), pageParams: whole.pageParams.slice(2) };
    expect([isDeep(whole), isDeep(deep)]).toEqual([false, true]);
    const before = placeBefore(deep.pages[0] ?? page([]), deep.pageParams[0] ?? TOP);
    expect(before).toMatchObject({ cursor: 'a', above: 2, end: { row: { id: 'm-26' }, cursor: 'b' } });
    expect([0, 1, 2, 3, 4].map((row) => placeOf(deep, row).cursor)).toEqual([null, null, 'a', 'a', 'b']);
  });

  it('tells of what arrived above, far down also', () => {
    const whole = three();
    const deep = { pages: whole.pages.slice(2), pageParams: whole.pageParams.slice(2) };
    expect(hasArrivals(deep, page([31, 30]), 'newest')).toBe(true);
    expect(hasArrivals(deep, page([30, 29]), 'newest')).toBe(false);
    expect(hasArrivals(deep, page([29, 28]), 'newest')).toBe(false);
    const moved = atMinute(31, { id: 'm-26' });
    expect(ids(withChanged(deep, change('m-26', moved), EVERYTHING, null))).toEqual(['m-25']);
  });
});

describe('arrivalsAbove', () => {
  it('counts new reports above the one looked at, not old ones with a new message and not the next page', () => {
    const before = minutes(30, 29, 28);
    const oldOne = atMinute(33, { id: 'm-2', receivedAt: atMinute(2).receivedAt });
    const after = [oldOne, ...minutes(32, 31, 30, 29, 28, 27)];
    expect(arrivalsAbove(before, after, 'm-29')).toBe(2);
    expect(arrivalsAbove(before, before, 'm-28')).toBe(0);
  });
});
