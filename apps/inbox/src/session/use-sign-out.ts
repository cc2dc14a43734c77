import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { sessionKey } from '../api/query-keys.js';
import { callApi } from '../api/call-api.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';
import { forgetDrafts } from '../report/draft-store.js';
import { syncDrafts } from '../report/sync-drafts.js';
import { useSession } from './use-session.js';

/** Nothing that was written goes with the session: drafts are at the server before the browser forgets them. */
export function useSignOut() {
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  const { user } = useSession();
  return useMutation({
    mutationFn: async () => {
      await syncDrafts(user.id);
      await callApi('signOut');
    },
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
    onSuccess: () => {
      queryClient.clear();
      forgetDrafts(localStorage);
      forgetDrafts(sessionStorage);
      queryClient.setQueryData(sessionKey, null);
      window.location.assign('/inbox/masuk');
    },
  });
}
