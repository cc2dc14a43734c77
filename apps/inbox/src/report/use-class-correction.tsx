import type { ReportDetail } from '@app/api-contract';
import type { ReportClass, ReportFlag } from '@app/report-model';
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useReportChange } from './use-report-change.js';

const UNDO_MS = 8_000;

/** One step to correct the class or a flag, and for some seconds one step back. */
export function useClassCorrection(reportId: string) {
  const { t } = useTranslation();
  const { mutateAsync } = useReportChange(reportId);

  const decide = useCallback(
    (
      decision: (now: ReportDetail) => Pick<ReportDetail, 'class' | 'flags'>,
      expected: Partial<ReportDetail>,
      onDone?: (before: ReportDetail) => void,
    ) => {
      let before: ReportDetail | undefined;
      const send = (now: ReportDetail) => {
        before = now;
        const { class: decided, flags } = decision(now);
        const body = { class: decided, flags, version: now.version };
        return callApi('correctClass', { params: { id: reportId }, body });
      };
      // A promise also tells those who have already gone on to the next report.
      mutateAsync({ send, expected }).then(
        () => before && onDone?.(before),
        () => undefined,
      );
    },
    [mutateAsync, reportId],
  );

  const correct = useCallback(
    (to: ReportClass) => {
      decide(
        (now) => ({ class: to, flags: now.flags }),
        { class: to, classSource: 'person', confidence: 1, isUnsure: false },
        (before) => {
          const id = `class-${reportId}`;
          const name = (one: ReportClass) => t(`class.${one}`);
          const undo = () => {
            notifications.hide(id);
            decide(
              () => before,
              { class: before.class },
              () => {
                notifications.show({ message: t('classification.restored', { class: name(before.class) }) });
              },
            );
          };
          notifications.hide(id);
          notifications.show({
            id,
            autoClose: UNDO_MS,
            withCloseButton: true,
            message: (
              <Group justify="space-between" gap="sm" wrap="nowrap">
                {t('classification.corrected', { class: name(to) })}
                <Button size="compact-sm" variant="light" onClick={undo}>
                  {t('app.undo')}
                </Button>
              </Group>
            ),
          });
        },
      );
    },
    [decide, reportId, t],
  );

  const setFlag = useCallback(
    (flag: ReportFlag, isSet: boolean) =>
      decide((now) => ({ class: now.class, flags: { ...now.flags, [flag]: isSet } }), {}),
    [decide],
  );
  return { correct, setFlag };
}
