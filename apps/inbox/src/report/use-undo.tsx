import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useReportChange } from './use-report-change.js';

const SHOWN_MS = 8_000;

/** Says what was done to a report, and for some seconds offers the way back. */
export function useUndo(reportId: string): (message: string) => void {
  const { t } = useTranslation();
  const { mutate } = useReportChange(reportId);
  return useCallback(
    (message: string) => {
      const id = `undo-${reportId}`;
      const undo = () => {
        notifications.hide(id);
        mutate(
          { send: ({ version }) => callApi('undo', { params: { id: reportId }, body: { version } }) },
          { onSuccess: () => notifications.show({ message: t('undo.done') }) },
        );
      };
      notifications.hide(id);
      notifications.show({
        id,
        autoClose: SHOWN_MS,
        withCloseButton: true,
        message: (
          <Group justify="space-between" gap="sm" wrap="nowrap">
            {message}
            <Button size="compact-sm" variant="light" onClick={undo}>
              {t('app.undo')}
            </Button>
          </Group>
        ),
      });
    },
    [mutate, reportId, t],
  );
}
