import type { Presence } from '@app/api-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { callApi } from '../api/call-api.js';
import { presenceKey } from '../api/query-keys.js';
import { useSession } from '../session/use-session.js';

const SIGN_EVERY_MS = 20_000;
const NOBODY: Presence['people'] = [];

/** The others who are at a report, as the live stream tells. */
export function useOthersAt(reportId: string): Presence['people'] {
  const { user } = useSession();
  const { data } = useQuery<Presence>({
    queryKey: presenceKey(reportId),
    // Only ever told: see the live provider and `useSignPresence`.
    queryFn: () => ({ reportId, people: NOBODY }),
    enabled: false,
  });
  const others = data?.people.filter(({ id }) => id !== user.id) ?? NOBODY;
  return others.length === 0 ? NOBODY : others;
}

/** Tells the others that one is here, and whether one writes; ends when the page is hidden or left. */
export function useSignPresence(reportId: string, isWriting: boolean): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const sign = (activity: 'viewing' | 'writing' | 'away') =>
      callApi('signPresence', { params: { id: reportId }, body: { activity } }).then(
        (presence) => {
          if (activity !== 'away') queryClient.setQueryData(presenceKey(reportId), presence);
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
  }, [queryClient, reportId, isWriting]);

  useEffect(
    () => () =>
      void callApi('signPresence', { params: { id: reportId }, body: { activity: 'away' } }).catch(
        () => undefined,
      ),
    [reportId],
  );
}
