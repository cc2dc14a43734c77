import type { ReportStatus } from '@app/report-model';
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import type { ReportChange } from './use-report-change.js';
import { useUndo } from './use-undo.js';

const LONGEST_NOTE = 1000;

interface Props {
  /** null: closed. */
  to: ReportStatus | null;
  name: string;
  reportId: string;
  change: ReportChange;
  onClose: () => void;
}

export function StatusDialog({ to, name, reportId, change, onClose }: Props) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const offerUndo = useUndo(reportId);
  const close = () => {
    setNote('');
    onClose();
  };
  const move = (status: ReportStatus) =>
    change.mutate(
      {
        send: ({ version }) =>
          callApi('changeStatus', {
            params: { id: reportId },
            body: { status, version, ...(note.trim() === '' ? {} : { note: note.trim() }) },
          }),
      },
      {
        onSuccess: () => {
          offerUndo(t('report.statusChanged', { status: t(`status.${status}`) }));
          close();
        },
      },
    );
  return (
    <Modal opened={to !== null} onClose={close} title={`${t('report.changeStatus')}: ${name}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (to !== null && !change.isPending) move(to);
        }}
      >
        <Stack>
          <Textarea
            data-autofocus
            label={t('report.note')}
            description={t('report.noteHelp')}
            autosize
            minRows={3}
            maxRows={8}
            maxLength={LONGEST_NOTE}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
                event.currentTarget.form?.requestSubmit();
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('app.cancel')}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {name}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
