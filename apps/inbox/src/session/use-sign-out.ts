import { useQueryClient } from '@tanstack/react-query';
import { sessionKey } from '../api/query-keys.js';
import { callApi } from '../api/call-api.js';
import { useMutation } from '../api/use-mutation.js';
import { forgetDrafts } from '../report/draft-store.js';

export function useSignOut() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => callApi('signOut'),
    onSuccess: () => {
      queryClient.clear();
      forgetDrafts(localStorage);
      queryClient.setQueryData(sessionKey, null);
      window.location.assign('/inbox/masuk');
    },
  });
}
