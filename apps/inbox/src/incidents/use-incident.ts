import { useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { incidentKey } from '../api/query-keys.js';

/** Kept below its report's key: what makes the report old makes this old. */
export function useIncident(reportId: string) {
  return useQuery({
    queryKey: incidentKey(reportId),
    queryFn: ({ signal }) => callApi('getIncident', { params: { id: reportId }, signal }),
  });
}
