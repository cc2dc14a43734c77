import { useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { firstStepsKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { useSession } from '../session/use-session.js';

/** How far the installation has come; asked for by those who set it up. */
export function useFirstSteps() {
  const { user } = useSession();
  return useQuery({
    queryKey: firstStepsKey,
    queryFn: ({ signal }) => callApi('getFirstSteps', { signal }),
    enabled: user.role !== 'agency-member',
  });
}

export function useHideFirstSteps() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (isHidden: boolean) => callApi('hideFirstSteps', { body: { isHidden } }),
    onSuccess: (steps) => queryClient.setQueryData(firstStepsKey, steps),
  });
}

/** Made-up messages change everything that is on the screen. */
export function useSampleData() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries();
  const add = useMutation({ mutationFn: () => callApi('addSampleData'), onSuccess });
  const remove = useMutation({ mutationFn: () => callApi('removeSampleData'), onSuccess });
  return { add, remove };
}
