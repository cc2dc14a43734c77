import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { contactKey, contactSearchKey, reportsKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';

export function useContact(id: string) {
  return useQuery({
    queryKey: contactKey(id),
    queryFn: ({ signal }) => callApi('getContact', { params: { id }, signal }),
  });
}

/** @param words at least two characters, or nothing is asked */
export function useContactSearch(words: string, exceptId: string) {
  const query = new URLSearchParams({ q: words, exceptId });
  return useQuery({
    queryKey: [...contactSearchKey, words, exceptId],
    queryFn: ({ signal }) => callApi('searchContacts', { query, signal }),
    enabled: words.length >= 2,
  });
}

/** What joins or separates contacts changes their reports too. */
export function useContactChange(change: () => Promise<unknown>, contactId: string, said: string) {
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: change,
    onSuccess: () => notifications.show({ message: said }),
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: contactKey(contactId) });
      void queryClient.invalidateQueries({ queryKey: reportsKey });
    },
  });
}
