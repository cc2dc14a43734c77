import type { Session } from '@app/api-contract';
import { ApiProblem } from '../api/api-problem.js';
import { callApi } from '../api/call-api.js';

/** The session, or null when nobody is signed in. */
export async function fetchSession({ signal }: { signal: AbortSignal }): Promise<Session | null> {
  try {
    return await callApi('getSession', { signal });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}
