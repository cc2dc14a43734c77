import type { ReportDetail } from '@app/api-contract';
import type { ReportClass, ReportFlag } from '@app/report-model';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useReportChange } from './use-report-change.js';
import { useUndo } from './use-undo.js';

/** One step to correct the class or a flag, and for some seconds one step back. */
export function useClassCorrection(reportId: string) {
  const { t } = useTranslation();
  const { mutateAsync } = useReportChange(reportId);
  const offerUndo = useUndo(reportId);

  const decide = useCallback(
    (
      decision: (now: ReportDetail) => Partial<Pick<ReportDetail, 'class' | 'flags'>>,
      expected: Partial<ReportDetail>,
      said: string,
    ) => {
      const send = (now: ReportDetail) =>
        callApi('correctClass', {
          params: { id: reportId },
          body: { ...decision(now), version: now.version },
        });
      // A promise also tells those who have already gone on to the next report.
      mutateAsync({ send, expected }).then(
        () => offerUndo(said),
        () => undefined,
      );
    },
    [mutateAsync, offerUndo, reportId],
  );

  const correct = useCallback(
    (to: ReportClass) =>
      decide(
        ({ flags }) => ({ class: to, flags }),
        { class: to, classSource: 'person', confidence: 1, isUnsure: false },
        t('classification.corrected', { class: t(`class.${to}`) }),
      ),
    [decide, t],
  );

  /** The class stays as undecided as it was. */
  const setFlag = useCallback(
    (flag: ReportFlag, isSet: boolean) =>
      decide(
        ({ flags }) => ({ flags: { ...flags, [flag]: isSet } }),
        {},
        t(isSet ? 'classification.flagSet' : 'classification.flagTaken', { flag: t(`flag.${flag}`) }),
      ),
    [decide, t],
  );
  return { correct, setFlag };
}
