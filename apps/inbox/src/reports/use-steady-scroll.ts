import type { ReportSummary } from '@app/api-contract';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { arrivalsAbove } from './loaded-list.js';

/** Less than half a row: what is new at the top is seen. */
const AT_TOP_PX = 40;

export const isAtTop = (scroller: HTMLElement | null) => scroller === null || scroller.scrollTop <= AT_TOP_PX;

/**
 * Keeps the rows that the officer reads where they are while others come and go above them.
 * @returns how many reports came in unseen above, and how many at the last look, for those who listen
 */
export function useSteadyScroll(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly ReportSummary[],
  rowHeight: number,
) {
  const before = useRef(rows);
  const [unseen, setUnseen] = useState(0);
  const [latest, setLatest] = useState(0);

  useLayoutEffect(() => {
    const [old, element] = [before.current, scroller.current];
    before.current = rows;
    if (old === rows || old.length === 0 || element === null) return;
    const top = isAtTop(element);
    const first = Math.floor(element.scrollTop / rowHeight);
    const arrived = arrivalsAbove(old, rows, old[first]?.id);
    if (!top) element.scrollTop += rowHeight * shiftOf(old, rows, first);
    const isSeen = top && document.visibilityState === 'visible';
    if (arrived > 0) {
      setLatest(arrived);
      setUnseen((count) => (isSeen ? 0 : count + arrived));
    }
  }, [rows, rowHeight, scroller]);

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

/** By how many rows the first row that stayed where it was in the order has moved. */
export function shiftOf(
  before: readonly ReportSummary[],
  after: readonly ReportSummary[],
  from: number,
): number {
  const places = new Map(after.map((row, index) => [row.id, index]));
  for (let index = from; index < before.length; index++) {
    const row = before[index];
    const place = row && places.get(row.id);
    if (place === undefined || after[place]?.lastMessageAt !== row?.lastMessageAt) continue;
    return place - index;
  }
  return 0;
}
