import { useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { systemHealthKey } from '../api/query-keys.js';

const REFRESH_MS = 5_000;

export function useSystemHealth() {
  return useQuery({
    queryKey: systemHealthKey,
    queryFn: ({ signal }) => callApi('getSystemHealth', { signal }),
    refetchInterval: REFRESH_MS,
  });
}
