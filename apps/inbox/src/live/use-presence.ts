import type { Presence } from '@app/api-contract';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { callApi } from '../api/call-api.js';
import { useSession } from '../session/use-session.js';
import { notePresence, peopleAt, watchPresence } from './presences.js';

const SIGN_EVERY_MS = 20_000;
/** The others who are at a report, as the live stream tells. */
export function useOthersAt(reportId: string): Presence['people'] {
  const { user } = useSession();
  const watch = useCallback((listener: () => void) => watchPresence(reportId, listener), [reportId]);
  const people = useSyncExternalStore(watch, () => peopleAt(reportId));
  return people.filter(({ id }) => id !== user.id);
}

/** Tells the others that one is here, and whether one writes; ends when the page is hidden or left. */
export function useSignPresence(reportId: string, isWriting: boolean): void {
  useEffect(() => {
    const sign = (activity: 'viewing' | 'writing' | 'away') =>
      callApi('signPresence', { params: { id: reportId }, body: { activity } }).then(
        (presence) => {
          if (activity !== 'away') notePresence(presence);
        },
        () => undefined,
      );
    const look = () => {
      const isHere = document.visibilityState === 'visible';
      void sign(isHere ? (isWriting ? 'writing' : 'viewing') : 'away');
    };
    look();
    const timer = setInterval(() => document.visibilityState === 'visible' && look(), SIGN_EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [reportId, isWriting]);

  useEffect(
    () => () =>
      void callApi('signPresence', { params: { id: reportId }, body: { activity: 'away' } }).catch(
        () => undefined,
      ),
    [reportId],
  );
}
