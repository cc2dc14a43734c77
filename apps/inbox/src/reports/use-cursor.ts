import type { ReportSummary } from '@app/api-contract';
import { useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useKeys } from '../keyboard/use-keys.js';

export interface Cursor {
  readonly id: string | null;
  /** The officer brought it there; else it is the first row, for the Tab key. */
  readonly isPlaced: boolean;
  /** A key brought it there: the row takes the focus. */
  readonly isByKey: boolean;
}

/** Tells the report's page to leave the focus in the list. */
export interface OpenState {
  readonly isByKey?: boolean;
}

/** The row that the keys j, k and o work from: the open report, else where the officer last was. */
export function useCursor(rows: readonly ReportSummary[], openId: string | null): Cursor {
  const navigate = useNavigate();
  const { search } = useLocation();
  const [cursor, setCursor] = useState({ id: openId, isByKey: false });
  const [lastOpenId, setLastOpenId] = useState(openId);
  if (openId !== lastOpenId) {
    setLastOpenId(openId);
    // After closing a report the row has the focus again.
    setCursor(({ id, isByKey }) => (openId === null ? { id, isByKey: true } : { id: openId, isByKey }));
  }

  const keys = useMemo(() => {
    const open = (id: string, isReplacing: boolean) => {
      const state: OpenState = { isByKey: isReplacing };
      void navigate({ pathname: `/laporan/${id}`, search }, { replace: isReplacing, state });
    };
    const step = (by: number) => () => {
      const at = rows.findIndex((row) => row.id === cursor.id);
      const next = rows[at === -1 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)];
      if (!next) return;
      setCursor({ id: next.id, isByKey: true });
      if (openId !== null && next.id !== openId) open(next.id, true);
    };
    return {
      j: step(1),
      k: step(-1),
      o: () => {
        if (cursor.id !== null && openId === null) open(cursor.id, false);
      },
    };
  }, [rows, cursor.id, openId, navigate, search]);
  useKeys(keys);

  const isPlaced = rows.some((row) => row.id === cursor.id);
  return { id: isPlaced ? cursor.id : (rows[0]?.id ?? null), isPlaced, isByKey: isPlaced && cursor.isByKey };
}
