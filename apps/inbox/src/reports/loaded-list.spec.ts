import type { ReportPage } from '@app/api-contract';
import { describe, expect, it } from '@jest/globals';
import {
  arrivalsAbove,
  hasGap,
  listOf,
  rowsOf,
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

describe('a long list', () => {
  it('keeps its length when it is loaded afresh: as many pages as its rows fill', () => {
    const rows = Array.from({ length: 120 }, (_, index) => atMinute(120 - index));
    const list = listOf(rows, 'c');
    expect(list.pages.map((one) => one.items.length)).toEqual([50, 50, 20]);
    expect(cursor(list)).toBe('c');
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
