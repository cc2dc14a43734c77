import type { AnswerTemplate } from '@app/api-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { answerTemplatesKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';

export function useAnswerTemplates() {
  return useQuery({
    queryKey: answerTemplatesKey,
    queryFn: ({ signal }) => callApi('listAnswerTemplates', { signal }),
  });
}

export type TemplateContent = Pick<AnswerTemplate, 'name' | 'textId' | 'textEn'>;

/** Adds (without an id) or changes a template. */
export function useSaveAnswerTemplate() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: TemplateContent & { id: string | null }) =>
      id === null
        ? callApi('addAnswerTemplate', { body })
        : callApi('changeAnswerTemplate', { params: { id }, body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: answerTemplatesKey }),
  });
}

export function useRemoveAnswerTemplate() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => callApi('removeAnswerTemplate', { params: { id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: answerTemplatesKey }),
  });
}
