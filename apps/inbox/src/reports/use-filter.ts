import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { filterFrom, parametersOf, type ReportFilter } from './report-filter.js';

/** The list's filter, kept in the address; the open report stays open when it changes. */
export function useFilter(): [ReportFilter, (change: Partial<ReportFilter>) => void] {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => filterFrom(search), [search]);
  const change = useCallback(
    (part: Partial<ReportFilter>) => {
      setSearch((now) => parametersOf({ ...filterFrom(now), ...part }), { replace: true });
    },
    [setSearch],
  );
  return [filter, change];
}
