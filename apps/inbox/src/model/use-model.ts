import type { ModelOverview } from '@app/api-contract';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { modelKey, modelQualityKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';

/** Progress comes live; this is for what was missed, and for the count of a shadow. */
const LOOK_EVERY_MS = 3_000;

const isMoving = (model: ModelOverview | undefined) =>
  model?.versions.some(({ state }) => ['queued', 'training', 'shadow'].includes(state)) ?? false;

export function useModel() {
  return useQuery({
    queryKey: modelKey,
    queryFn: ({ signal }) => callApi('getModel', { signal }),
    refetchInterval: ({ state }) => (isMoving(state.data) ? LOOK_EVERY_MS : false),
  });
}

export function useModelQuality(weeks: number) {
  return useQuery({
    queryKey: [...modelQualityKey, weeks],
    queryFn: ({ signal }) =>
      callApi('getModelQuality', { query: new URLSearchParams({ weeks: String(weeks) }), signal }),
  });
}

type Action = 'trainModel' | 'promoteModel' | 'refuseModel' | 'restoreModel';

/** What an admin does with models; each answers with how things stand then. */
export function useModelAction() {
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: ({ name, id }: { name: Action; id?: string; done: string }) =>
      callApi(name, id === undefined ? {} : { params: { id } }),
    onSuccess: (model, { done }) => {
      queryClient.setQueryData(modelKey, model);
      notifications.show({ message: done });
    },
    onError: (error) => {
      notifications.show({ color: 'red', message: problemText(error) });
      void queryClient.invalidateQueries({ queryKey: modelKey });
    },
  });
}

export type ModelAction = ReturnType<typeof useModelAction>;
