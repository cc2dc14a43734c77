import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { incidentKey, reportsKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';

/** Kept below its report's key: what makes the report old makes this old. */
export function useIncident(reportId: string) {
  return useQuery({
    queryKey: incidentKey(reportId),
    queryFn: ({ signal }) => callApi('getIncident', { params: { id: reportId }, signal }),
  });
}

/** What joins or separates reports changes all of them. */
export function useIncidentChange() {
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onError: (error) =>
      notifications.show({
        color: 'red',
        message: problemText(error),
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: reportsKey }),
  });
}
