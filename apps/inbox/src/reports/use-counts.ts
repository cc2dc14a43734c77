import { useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { reportCountsKey } from '../api/query-keys.js';
import { useNumbers } from '../locales/use-numbers.js';

/** The server stops counting here. */
const LIMIT = 1000;

export function useCounts() {
  const { whole } = useNumbers();
  const { data } = useQuery({
    queryKey: reportCountsKey,
    queryFn: ({ signal }) => callApi('countReports', { signal }),
  });
  /** "12", "999+", or nothing while unknown. */
  const text = (count: number | undefined) =>
    data === undefined ? '' : (count ?? 0) >= LIMIT ? '999+' : whole(count ?? 0);
  return { counts: data, text, isCapped: (count: number) => count >= LIMIT };
}
