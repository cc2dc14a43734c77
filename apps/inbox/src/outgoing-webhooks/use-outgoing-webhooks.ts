import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { outgoingWebhooksKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';

/** Deliveries end in the background. */
const REFRESH_MS = 5_000;

export function useOutgoingWebhooks() {
  return useQuery({
    queryKey: outgoingWebhooksKey,
    queryFn: ({ signal }) => callApi('listOutgoingWebhooks', { signal }),
  });
}

export function useWebhookDeliveries(id: string) {
  return useQuery({
    queryKey: [...outgoingWebhooksKey, id],
    queryFn: ({ signal }) => callApi('listWebhookDeliveries', { params: { id }, signal }),
    refetchInterval: REFRESH_MS,
  });
}

/** Any change of one webhook or of its deliveries. */
export function useWebhookAction<Given, Answer>(
  act: (given: Given) => Promise<Answer>,
  onSuccess: (answer: Answer) => void = () => undefined,
) {
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: act,
    onSuccess,
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: outgoingWebhooksKey }),
  });
}
