import { useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { agenciesKey } from '../api/query-keys.js';

/** Agencies by their short name. */
export function useAgencies() {
  const { data } = useQuery({
    queryKey: agenciesKey,
    queryFn: ({ signal }) => callApi('listAgencies', { signal }),
  });
  return (data ?? []).toSorted((a, b) => a.shortName.localeCompare(b.shortName));
}
