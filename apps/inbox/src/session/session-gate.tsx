import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from 'react-router';
import { LoadFailure } from '../layout/load-failure.js';
import { Waiting } from '../layout/waiting.js';
import { fetchSession } from './fetch-session.js';
import { sessionKey } from '../api/query-keys.js';
import { SessionContext } from './use-session.js';
import { signInAddress } from './return-address.js';

/** Lets signed-in people through; others go to the sign-in page and come back to where they were. */
export function SessionGate() {
  const location = useLocation();
  const session = useQuery({ queryKey: sessionKey, queryFn: fetchSession, staleTime: Infinity });
  if (session.data) {
    return (
      <SessionContext value={session.data}>
        <Outlet />
      </SessionContext>
    );
  }
  if (session.data === null) return <Navigate to={signInAddress(location)} replace />;
  if (session.isError) return <LoadFailure error={session.error} onRetry={session.refetch} />;
  return <Waiting />;
}
