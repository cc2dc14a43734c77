import { useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { noticesKey, outagesKey, userNoticesKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { useSession } from '../session/use-session.js';

/** Changes come live; this is for what was missed. */
const REFRESH_MS = 60_000;

export function useOutages() {
  return useQuery({
    queryKey: outagesKey,
    queryFn: ({ signal }) => callApi('listChannelOutages', { signal }),
    refetchInterval: REFRESH_MS,
  });
}

/** About connections: for admins only. */
export function useNotices() {
  const { user } = useSession();
  return useQuery({
    enabled: user.role === 'admin',
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

/** What the person was told about reports. */
export function useUserNotices() {
  return useQuery({
    queryKey: userNoticesKey,
    queryFn: ({ signal }) => callApi('listUserNotices', { signal }),
    refetchInterval: REFRESH_MS,
  });
}

export function useReadUserNotices() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (upTo: string) => callApi('readUserNotices', { body: { upTo } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: userNoticesKey }),
  });
}
