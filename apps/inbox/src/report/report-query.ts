import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { reportKey } from '../api/query-keys.js';

export function reportQuery(id: string) {
  return queryOptions({
    queryKey: reportKey(id),
    queryFn: ({ signal }) => callApi('getReport', { params: { id }, signal }),
  });
}

/** Changes of one report go to the server one after another. */
export function changeScope(id: string): { readonly id: string } {
  return { id: `report-${id}` };
}
