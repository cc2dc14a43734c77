import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { RetentionView } from '@app/api-contract';
import { callApi } from '../api/call-api.js';
import { retentionKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';

export type RetentionSettings = RetentionView['settings'];
export type RetentionRun = RetentionView['runs'][number];

const WHILE_RUNNING_MS = 2_000;

export function useRetention() {
  return useQuery({
    queryKey: retentionKey,
    queryFn: ({ signal }) => callApi('getRetention', { signal }),
    refetchInterval: ({ state: { data } }) => data?.runs[0]?.finishedAt === null && WHILE_RUNNING_MS,
  });
}

/** Every change answers the whole; when somebody else was faster, that is read. */
export function useRetentionChange<Input>(change: (input: Input) => Promise<RetentionView>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (view) => queryClient.setQueryData(retentionKey, view),
    onError: () => queryClient.invalidateQueries({ queryKey: retentionKey }),
  });
}
