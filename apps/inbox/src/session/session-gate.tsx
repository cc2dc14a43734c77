import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { unreachable } from '../api/api-problem.js';
import { LoadFailure } from '../layout/load-failure.js';
import { Waiting } from '../layout/waiting.js';
import { fetchSession } from './fetch-session.js';
import { sessionKey } from '../api/query-keys.js';
import { SessionContext } from './use-session.js';
import { signInAddress } from './return-address.js';

const PAUSE_MS = 5_000;

/** Lets signed-in people through; others go to the sign-in page and come back to where they were. */
export function SessionGate() {
  const location = useLocation();
  const session = useQuery({
    queryKey: sessionKey,
    queryFn: fetchSession,
    staleTime: Infinity,
    // The browser may think that it is online and not tell when the server can be reached again.
    refetchInterval: ({ state }) => (state.status === 'error' ? PAUSE_MS : false),
    refetchIntervalInBackground: true,
  });
  const { isError, refetch } = session;
  useEffect(() => {
    if (!isError) return;
    const tryAgain = () => void refetch();
    window.addEventListener('online', tryAgain);
    return () => window.removeEventListener('online', tryAgain);
  }, [isError, refetch]);
  if (session.data) {
    return (
      <SessionContext value={session.data}>
        <Outlet />
      </SessionContext>
    );
  }
  if (session.data === null) return <Navigate to={signInAddress(location)} replace />;
  if (session.isPaused) return <LoadFailure error={unreachable()} onRetry={refetch} />;
  if (isError) return <LoadFailure error={session.error} onRetry={refetch} />;
  return <Waiting />;
}
