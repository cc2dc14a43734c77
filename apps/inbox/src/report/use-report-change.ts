import type { ReportDetail } from '@app/api-contract';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { hasCode } from '../api/api-problem.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';
import { changeScope, reportQuery } from './report-query.js';
import { useShowReport } from './use-show-report.js';
import { useUnsurprising } from './use-unsurprising.js';

interface Change {
  /** @param now the report as the officer sees it when the change's turn comes */
  readonly send: (now: ReportDetail) => Promise<ReportDetail>;
  /** Shown until the server answers. */
  readonly expected?: Partial<ReportDetail>;
}

/** Changes a report, one after another; a change that the server refuses is said, and the report read again. */
export function useReportChange(reportId: string) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  const show = useShowReport();
  const { queryKey } = reportQuery(reportId);
  const unsurprising = useUnsurprising(reportId);
  return useMutation({
    scope: changeScope(reportId),
    mutationFn: async ({ send, expected }: Change) => {
      const now = queryClient.getQueryData(queryKey) ?? (await queryClient.fetchQuery(reportQuery(reportId)));
      if (expected) {
        await queryClient.cancelQueries({ queryKey });
        queryClient.setQueryData(queryKey, { ...now, ...expected });
      }
      try {
        return await send(now);
      } catch (error) {
        const fresh = hasCode(error, 'report-changed') ? await unsurprising(now) : null;
        if (fresh === null) throw error;
        return send(fresh);
      }
    },
    onSuccess: show,
    onError: (error) => {
      void queryClient.invalidateQueries({ queryKey });
      const message = hasCode(error, 'report-changed') ? t('report.changed') : problemText(error);
      notifications.show({ color: 'red', message, withCloseButton: true });
    },
  });
}

export type ReportChange = ReturnType<typeof useReportChange>;
