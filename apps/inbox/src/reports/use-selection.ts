import { useCallback, useMemo, useState } from 'react';
import { useKeys } from '../keyboard/use-keys.js';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Every report that the filter finds, also those that are not loaded. */
  readonly isAll: boolean;
  readonly isActive: boolean;
  readonly toggle: (id: string) => void;
  readonly start: () => void;
  readonly takeAll: () => void;
  readonly clear: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** Rows chosen for something that is done to many. The key x chooses the row of the cursor. */
export function useSelection(cursorId: string | null): Selection {
  const [ids, setIds] = useState(NONE);
  const [isAll, setAll] = useState(false);
  const [isActive, setActive] = useState(false);
  const toggle = useCallback((id: string) => {
    setActive(true);
    setAll(false);
    setIds((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const clear = useCallback(() => {
    setIds(NONE);
    setAll(false);
    setActive(false);
  }, []);
  const start = useCallback(() => setActive(true), []);
  const takeAll = useCallback(() => setAll(true), []);
  useKeys(useMemo(() => ({ x: () => cursorId !== null && toggle(cursorId) }), [cursorId, toggle]));
  return { ids, isAll, isActive, toggle, start, takeAll, clear };
}
