import type { ReportSummary } from '@app/api-contract';
import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useState, type MouseEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useHref, useNavigate } from 'react-router';
import { ArrivalsButton } from './arrivals-button.js';
import { ListFailure } from './list-failure.js';
import styles from './report-list.module.css';
import { ReportRow } from './report-row.js';
import type { Cursor } from './use-cursor.js';
import { useChannels } from './use-channels.js';
import { ROW_REM, type Density } from './use-density.js';
import type { Selection } from './use-selection.js';
import type { useReportList } from './use-report-list.js';
import { useSteadyScroll } from './use-steady-scroll.js';

const LOAD_AHEAD_ROWS = 12;

interface Props {
  list: ReturnType<typeof useReportList>;
  rows: readonly ReportSummary[];
  scroller: RefObject<HTMLDivElement | null>;
  cursor: Cursor;
  selection: Selection;
  density: Density;
  openId: string | null;
  search: string;
  dateOf: 'lastMessageAt' | 'receivedAt';
}

export function ReportList({
  list,
  rows,
  scroller,
  cursor,
  selection,
  density,
  openId,
  search,
  dateOf,
}: Props) {
  const { t } = useTranslation();
  const { nameOf } = useChannels();
  const navigate = useNavigate();
  const base = useHref('/laporan');
  const [rowHeight] = useState(
    () => ROW_REM[density] * parseFloat(getComputedStyle(document.documentElement).fontSize),
  );
  const { query, above, overflow, jump, loadAbove } = list;
  const { unseen, latest } = useSteadyScroll(scroller, rows, above, rowHeight);
  const keyOf = useCallback((index: number) => rows[index - above]?.id ?? index, [rows, above]);
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: above + rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: keyOf,
  });
  const items = virtual.getVirtualItems();
  const [firstShown, lastShown] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const isNearEnd = lastShown >= above + rows.length - LOAD_AHEAD_ROWS;
  const mayLoad = isNearEnd && query.hasNextPage && !query.isFetching && !query.isFetchNextPageError;
  const { fetchNextPage } = query;
  useEffect(() => {
    if (mayLoad) void fetchNextPage();
  }, [mayLoad, fetchNextPage]);
  const isNearBeginning = firstShown < above + LOAD_AHEAD_ROWS;
  const mayLoadAbove =
    isNearBeginning && query.hasPreviousPage && !query.isFetching && !query.isFetchPreviousPageError;
  const isFarAbove = lastShown < above;
  const { mutate: goTo } = jump;
  // What failed is tried again by its button, or from the next row on that is scrolled to.
  const mayJump = isFarAbove && !jump.isPending && !(jump.isError && jump.variables.from === firstShown);
  useEffect(() => {
    if (mayJump) goTo({ from: firstShown, to: lastShown });
    else if (!isFarAbove && mayLoadAbove) void loadAbove();
  }, [mayJump, isFarAbove, firstShown, lastShown, mayLoadAbove, goTo, loadAbove]);

  const cursorIndex = rows.findIndex((row) => row.id === cursor.id);
  useEffect(() => {
    if (cursor.isPlaced && cursorIndex >= 0) virtual.scrollToIndex(above + cursorIndex, { align: 'auto' });
    // Only a moved cursor scrolls: arrivals that shift its row do not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [cursor.id, cursor.isPlaced, virtual]);

  const showArrivals = () => {
    if (overflow !== null || above > 0) void list.startAfresh();
    scroller.current?.scrollTo({ top: 0 });
  };

  /** One listener for all rows: a link of the router in each would follow every change of the address. */
  const open = (event: MouseEvent<HTMLElement>) => {
    const id = (event.target as Element).closest<HTMLElement>('[data-report]')?.dataset['report'];
    if (!id || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void navigate({ pathname: `/laporan/${id}`, search }, { replace: id === openId });
  };

  return (
    <div className={styles.frame}>
      <ArrivalsButton unseen={unseen} latest={latest} overflow={overflow} onShow={showArrivals} />
      {isFarAbove && jump.isError && (
        <ListFailure
          isFloating
          error={jump.error}
          onRetry={() => goTo({ from: firstShown, to: lastShown })}
        />
      )}
      {!isFarAbove && query.isFetchPreviousPageError && (
        <ListFailure isFloating error={query.error} onRetry={loadAbove} />
      )}
      {/* Reached by keyboard also while no row fits on the screen. */}
      <div ref={scroller} className={styles.scroller} tabIndex={0}>
        <ul
          className={styles.rows}
          style={{ height: virtual.getTotalSize() }}
          aria-label={t('inbox.list')}
          onClick={open}
        >
          {items.map(({ key, index, start }) => {
            const report = rows[index - above];
            return (
              report && (
                <li
                  key={key}
                  className={styles.row}
                  style={{ transform: `translateY(${start}px)`, height: rowHeight }}
                  aria-posinset={index + 1}
                  aria-setsize={query.hasNextPage ? -1 : above + rows.length}
                >
                  {selection.isActive && (
                    <Checkbox
                      className={styles.choice}
                      size="md"
                      aria-label={t('bulk.selectWhat', { code: report.ticketCode })}
                      disabled={selection.isAll}
                      checked={selection.isAll || selection.ids.has(report.id)}
                      onChange={() => selection.toggle(report.id)}
                    />
                  )}
                  <ReportRow
                    report={report}
                    channelName={nameOf(report.channel)}
                    address={`${base}/${report.id}${search && `?${search}`}`}
                    isOpen={report.id === openId}
                    isCursor={report.id === cursor.id}
                    takesFocus={cursor.isByKey && report.id === cursor.id}
                    dateOf={dateOf}
                    density={density}
                    isChoosing={selection.isActive}
                  />
                </li>
              )
            );
          })}
        </ul>
        {query.isFetchNextPageError && <ListFailure error={query.error} onRetry={fetchNextPage} />}
        {!query.isFetchNextPageError && (
          <p className={styles.end}>{query.hasNextPage ? t('app.loading') : t('inbox.end')}</p>
        )}
      </div>
    </div>
  );
}
