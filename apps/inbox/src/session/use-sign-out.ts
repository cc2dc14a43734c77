import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sessionKey } from '../api/query-keys.js';
import { callApi } from '../api/call-api.js';

export function useSignOut() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => callApi('signOut'),
    onSuccess: () => {
      queryClient.clear();
      queryClient.setQueryData(sessionKey, null);
      window.location.assign('/inbox/masuk');
    },
  });
}
