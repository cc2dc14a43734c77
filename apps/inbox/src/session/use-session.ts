import type { Session } from '@app/api-contract';
import { createContext, useContext } from 'react';

export const SessionContext = createContext<Session | null>(null);

/** The signed-in person. Only below the session gate. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession needs the session gate above it');
  return session;
}
