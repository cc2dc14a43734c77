import type { ReportDetail } from '@app/api-contract';
import { Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { reportKey, reportsKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { DialogForm } from '../layout/dialog-form.js';
import { OpenDialog } from '../layout/open-dialog.js';

interface Props {
  reportId: string;
  hold: ReportDetail['legalHolds'][number];
  onClose: () => void;
}

/** Ends a legal hold: why. From then on the rules of retention count again. */
export function ReleaseHoldDialog({ reportId, hold, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const release = useMutation({
    mutationFn: () =>
      callApi('releaseLegalHold', { params: { id: hold.id }, body: { reason: reason.trim() } }),
    onSuccess: async () => {
      // Every report of an incident is free with it.
      const queryKey = hold.scope === 'incident' ? reportsKey : reportKey(reportId);
      await queryClient.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <OpenDialog onClose={onClose} title={t('legalHold.release')}>
      <DialogForm
        error={release.error}
        submit={t('legalHold.release')}
        isPending={release.isPending}
        onClose={onClose}
        onSubmit={() => release.mutate()}
      >
        <Text size="sm">{t('legalHold.releaseHelp')}</Text>
        <Textarea
          required
          data-autofocus
          label={t('legalHold.releaseReason')}
          minLength={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </DialogForm>
    </OpenDialog>
  );
}
