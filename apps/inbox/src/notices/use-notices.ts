import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { noticesKey, outagesKey } from '../api/query-keys.js';

/** Changes come live; this is for what was missed. */
const REFRESH_MS = 60_000;

export function useOutages() {
  return useQuery({
    queryKey: outagesKey,
    queryFn: ({ signal }) => callApi('listChannelOutages', { signal }),
    refetchInterval: REFRESH_MS,
  });
}

export function useNotices() {
  return useQuery({
    queryKey: noticesKey,
    queryFn: ({ signal }) => callApi('listNotices', { signal }),
    refetchInterval: REFRESH_MS,
  });
}

export function useReadNotices() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (upTo: string) => callApi('readNotices', { body: { upTo } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: noticesKey }),
  });
}
