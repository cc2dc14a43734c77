import type { Colleague } from '@app/api-contract';
import { useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';

const NOBODY: readonly Colleague[] = [];

/** Who may see a report, by name. */
export function useColleagues(reportId: string): readonly Colleague[] {
  const { data } = useQuery({
    queryKey: ['colleagues', reportId],
    queryFn: ({ signal }) => callApi('listColleagues', { params: { id: reportId }, signal }),
  });
  return data ?? NOBODY;
}
