import type { ReportDetail } from '@app/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useSession } from '../session/use-session.js';
import { lastEventId, newsSince } from './news.js';
import { reportQuery } from './report-query.js';

/**
 * For a change that was refused because the report has another version by now.
 * @returns the report as it is, when nobody but the officer and the system has touched it since they saw it: the
 *   delivery of one's own answer stands in nobody's way. null: somebody else has; look first
 */
export function useUnsurprising(reportId: string) {
  const queryClient = useQueryClient();
  const { user } = useSession();
  return useCallback(
    async ({ timeline }: Pick<ReportDetail, 'timeline'>, seenEventId = lastEventId(timeline)) => {
      const fresh = await queryClient.fetchQuery({ ...reportQuery(reportId), staleTime: 0 });
      return newsSince(fresh.timeline, seenEventId, user.id).length === 0 ? fresh : null;
    },
    [queryClient, reportId, user.id],
  );
}
