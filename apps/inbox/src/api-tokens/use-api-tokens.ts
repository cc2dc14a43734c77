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

const DAY_MS = 86_400_000;

/** `days`, 0: until revoked. Counted when it is sent, so that two quick clicks ask for the very same. */
type NewToken = Omit<RouteBody<'createApiToken'>, 'expiresAt'> & { readonly days: number };

export function useCreateToken() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ days, ...rest }: NewToken) => {
      const expiresAt = days === 0 ? null : new Date(Date.now() + days * DAY_MS).toISOString();
      return callApi('createApiToken', { body: { ...rest, expiresAt } });
    },
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
