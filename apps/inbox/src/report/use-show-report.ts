import type { ReportDetail } from '@app/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { reportCountsKey } from '../api/query-keys.js';
import { showInLists } from '../reports/refresh-list.js';
import { reportQuery } from './report-query.js';

/** Shows a report as an answer of the server has it, here and in the lists. */
export function useShowReport() {
  const queryClient = useQueryClient();
  return useCallback(
    async (report: ReportDetail) => {
      const { queryKey } = reportQuery(report.id);
      // A reading that began before would bring back what was.
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, report);
      showInLists(queryClient, report);
      // What happened while the answer was on its way may have been told already, to a reading that ended above.
      void queryClient.invalidateQueries({ queryKey });
      void queryClient.invalidateQueries({ queryKey: reportCountsKey });
    },
    [queryClient],
  );
}
