import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.js';
import { sessionKey } from './query-keys.js';

/** A 401 anywhere means the session ended: the gate then shows the sign-in page. */
function endSessionOn401(error: unknown): void {
  if (error instanceof ApiProblem && error.status === 401) queryClient.setQueryData(sessionKey, null);
}

function isWorthRetrying(failures: number, error: unknown): boolean {
  const isTransient = error instanceof ApiProblem && (error.status === 0 || error.status >= 500);
  return isTransient && failures < 2;
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: endSessionOn401 }),
  mutationCache: new MutationCache({ onError: endSessionOn401 }),
  defaultOptions: {
    queries: { retry: isWorthRetrying, staleTime: 30_000, refetchOnWindowFocus: false },
    mutations: { retry: false, networkMode: 'always' },
  },
});
