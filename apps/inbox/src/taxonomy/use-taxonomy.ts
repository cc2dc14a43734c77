import { useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { taxonomyKey } from '../api/query-keys.js';

/** The topics that are in force, and who handles each. */
export function useTaxonomy() {
  return useQuery({
    queryKey: taxonomyKey,
    queryFn: ({ signal }) => callApi('getTaxonomy', { signal }),
    staleTime: 5 * 60_000,
  });
}
