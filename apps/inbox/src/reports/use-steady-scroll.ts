import type { ReportSummary } from '@app/api-contract';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { arrivalsAbove } from './loaded-list.js';

/** Less than half a row: what is new at the top is seen. */
const AT_TOP_PX = 40;

export const isAtTop = (scroller: HTMLElement | null) => scroller === null || scroller.scrollTop <= AT_TOP_PX;

/**
 * Keeps the rows that the officer reads where they are while others come and go above them.
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
  const [unseen, setUnseen] = useState(0);
  const [latest, setLatest] = useState(0);

  useLayoutEffect(() => {
    const [old, element] = [before.current, scroller.current];
    before.current = { rows, above };
    if (old.rows === rows || old.rows.length === 0 || element === null) return;
    const top = isAtTop(element);
    const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - old.above);
    const isWhole = old.above === 0 && above === 0;
    const arrived = isWhole ? arrivalsAbove(old.rows, rows, old.rows[first]?.id) : 0;
    const shift = shiftOf(old.rows, rows, first, above - old.above);
    if (!top && shift !== 0) element.scrollTop += rowHeight * shift;
    const isSeen = top && document.visibilityState === 'visible';
    if (arrived > 0) {
      setLatest(arrived);
      setUnseen((count) => (isSeen ? 0 : count + arrived));
    }
  }, [rows, above, rowHeight, scroller]);

  const isWaiting = unseen > 0;
  useEffect(() => {
    const element = scroller.current;
    if (!isWaiting) return;
    const look = () => {
      if (isAtTop(element)) setUnseen(0);
    };
    element?.addEventListener('scroll', look, { passive: true });
    return () => element?.removeEventListener('scroll', look);
  }, [scroller, isWaiting]);

  return { unseen, latest };
}

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
