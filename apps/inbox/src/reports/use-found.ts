import { OPEN_STATUSES, type ReportClass } from '@app/report-model';
import { useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { foundKey } from '../api/query-keys.js';
import { useNumbers } from '../locales/use-numbers.js';
import { EVERYTHING, parametersOf, type ReportFilter } from './report-filter.js';
import { useCounts } from './use-counts.js';

/** How many reports a filter finds; undefined until it is known. */
export function useFound(filter: ReportFilter) {
  return useQuery({
    queryKey: foundKey(parametersOf(filter).toString()),
    queryFn: ({ signal }) => callApi('countFound', { query: parametersOf(filter), signal }),
  }).data;
}

const OPEN = parametersOf({ ...EVERYTHING, statuses: OPEN_STATUSES }).toString();

/** How many of each class the list would show with the rest of its filter; empty where nobody counts so far. */
export function useClassCounts(filter: ReportFilter): (one: ReportClass) => string {
  const others = { ...filter, classes: [] };
  const { counts, text } = useCounts();
  const { whole } = useNumbers();
  const found = useFound(others);
  const isWhole = found !== undefined && found.count < found.cap;
  if (isWhole) return (one) => whole(found.byClass[one] ?? 0);
  const isOpen = parametersOf({ ...others, order: 'newest' }).toString() === OPEN;
  return (one) => (isOpen ? text(counts?.byClass[one]) : '');
}
