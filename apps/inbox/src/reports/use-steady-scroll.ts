import type { ReportSummary } from '@app/api-contract';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { arrivalsAbove } from './loaded-list.js';

/** Less than half a row: what is new at the top is seen. */
const AT_TOP_PX = 40;
/** As in the style sheet of the list. */
const LEAST_HEIGHT = '--least-height';

const isAtTop = (scroller: HTMLElement | null) => scroller === null || scroller.scrollTop <= AT_TOP_PX;

/** What comes in shows at once: the officer sees the top, and the pointer is on no row that would move away from it. */
export const showsArrivals = (scroller: HTMLElement | null) =>
  isAtTop(scroller) && scroller?.matches(':hover') !== true;

/**
 * Keeps the rows that the officer reads, or has the pointer on, where they are while others come and go above them.
 * @param above rows of the list above the first of `rows`
 * @returns how many reports came in unseen above, and how many at the last look, for those who listen
 */
export function useSteadyScroll(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly ReportSummary[],
  above: number,
  rowHeight: number,
) {
  const before = useRef({ rows, above });
  /** Where the pointer alone keeps the list from its top; the officer has not scrolled. */
  const held = useRef<number | null>(null);
  const [unseen, setUnseen] = useState(0);
  const [latest, setLatest] = useState(0);

  useLayoutEffect(() => {
    const [old, element] = [before.current, scroller.current];
    before.current = { rows, above };
    if (old.rows === rows || old.rows.length === 0 || element === null) return;
    const shows = showsArrivals(element);
    const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - old.above);
    const isWhole = old.above === 0 && above === 0;
    const arrived = isWhole ? arrivalsAbove(old.rows, rows, old.rows[first]?.id) : 0;
    const pointed = old.rows.findIndex(({ id }) => id === pointedId(element));
    const shift = shiftOf(old.rows, rows, pointed < 0 ? first : pointed, above - old.above);
    if (!shows && shift !== 0) {
      const to = element.scrollTop + rowHeight * shift;
      held.current = isAtTop(element) || element.scrollTop === held.current ? to : null;
      // A list that is shorter than its window has no room to scroll.
      element.style.setProperty(LEAST_HEIGHT, `${element.clientHeight + to}px`);
      element.scrollTop = to;
    }
    const isSeen = shows && document.visibilityState === 'visible';
    if (arrived > 0) {
      setLatest(arrived);
      setUnseen((count) => (isSeen ? 0 : count + arrived));
    }
  }, [rows, above, rowHeight, scroller]);

  useEffect(() => {
    const element = scroller.current;
    const look = () => {
      if (!isAtTop(element)) return;
      setUnseen(0);
      element?.style.removeProperty(LEAST_HEIGHT);
    };
    const goBack = () => {
      if (element?.scrollTop === held.current) element?.scrollTo({ top: 0 });
    };
    element?.addEventListener('scroll', look, { passive: true });
    element?.addEventListener('pointerleave', goBack);
    return () => {
      element?.removeEventListener('scroll', look);
      element?.removeEventListener('pointerleave', goBack);
    };
  }, [scroller]);

  return { unseen, latest };
}

const pointedId = (element: HTMLElement) =>
  element.querySelector<HTMLElement>('[data-report]:hover')?.dataset['report'];

/**
 * By how many rows the first row that stayed where it was in the order has moved.
 * @param taken how many more rows are let go above the first one than before
 */
export function shiftOf(
  before: readonly ReportSummary[],
  after: readonly ReportSummary[],
  from: number,
  taken = 0,
): number {
  const places = new Map(after.map((row, index) => [row.id, index]));
  for (let index = from; index < before.length; index++) {
    const row = before[index];
    const place = row && places.get(row.id);
    if (place === undefined || after[place]?.lastMessageAt !== row?.lastMessageAt) continue;
    return place + taken - index;
  }
  return 0;
}
