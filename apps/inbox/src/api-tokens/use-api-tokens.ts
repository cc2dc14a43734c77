import { useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi, type RouteBody } from '../api/call-api.js';
import { apiTokensKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';

export function useApiTokens() {
  return useQuery({
    queryKey: apiTokensKey,
    queryFn: ({ signal }) => callApi('listApiTokens', { signal }),
  });
}

export function useCreateToken() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: RouteBody<'createApiToken'>) => callApi('createApiToken', { body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: apiTokensKey }),
  });
}

export function useRevokeToken(onRevoked: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => callApi('revokeApiToken', { params: { id } }),
    onSuccess: onRevoked,
    onSettled: () => queryClient.invalidateQueries({ queryKey: apiTokensKey }),
  });
}
