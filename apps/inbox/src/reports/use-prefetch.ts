import type { ReportSummary } from '@app/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { reportQuery } from '../report/report-query.js';

/** Longer than a key that is held down stays on a row. */
const REST_MS = 120;

/** Loads what is likely opened next: the row that the keys rest on, or those beside the open report, after it. */
export function usePrefetch(
  rows: readonly ReportSummary[],
  cursorId: string | null,
  openId: string | null,
): void {
  const queryClient = useQueryClient();
  const at = rows.findIndex((row) => row.id === (openId ?? cursorId));
  const [here, next, before] = [rows[at]?.id, rows[at + 1]?.id, rows[at - 1]?.id];
  useEffect(() => {
    const load = async () => {
      for (const id of openId === null ? [here] : [here, next, before]) {
        if (id !== undefined && !stop.signal.aborted) await queryClient.prefetchQuery(reportQuery(id));
      }
    };
    const stop = new AbortController();
    const timer = setTimeout(() => void load(), REST_MS);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [queryClient, here, next, before, openId]);
}
