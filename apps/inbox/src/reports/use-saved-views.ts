import { useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { savedViewsKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';

export function useSavedViews() {
  return useQuery({
    queryKey: savedViewsKey,
    queryFn: ({ signal }) => callApi('listSavedViews', { signal }),
  });
}

export function useSaveView() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; query: string; isShared: boolean }) => callApi('saveView', { body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: savedViewsKey }),
  });
}

export function useChangeView() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; name: string; isShared: boolean }) =>
      callApi('changeSavedView', { params: { id }, body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: savedViewsKey }),
  });
}

export function useRemoveView() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => callApi('removeSavedView', { params: { id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: savedViewsKey }),
  });
}
