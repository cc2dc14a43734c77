import type { ReportDetail } from '@app/api-contract';
import { Radio, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { DialogForm } from '../layout/dialog-form.js';
import { OpenDialog } from '../layout/open-dialog.js';
import type { ReportChange } from './use-report-change.js';

const SCOPES = ['report', 'incident'] as const;

interface Props {
  report: ReportDetail;
  change: ReportChange;
  onClose: () => void;
}

/** Keeps a report, or its incident, from being erased: why. */
export function LegalHoldDialog({ report, change, onClose }: Props) {
  const { t } = useTranslation();
  const taken = report.legalHolds.map(({ scope }) => scope);
  const free = SCOPES.filter((one) => !taken.includes(one) && (one === 'report' || report.incident !== null));
  const [scope, setScope] = useState(free[0] ?? 'report');
  const [reason, setReason] = useState('');
  return (
    <OpenDialog onClose={onClose} title={t('legalHold.place')}>
      <DialogForm
        error={null}
        submit={t('legalHold.place')}
        isPending={change.isPending}
        onClose={onClose}
        onSubmit={() =>
          change.mutate(
            {
              send: () =>
                callApi('placeLegalHold', {
                  params: { id: report.id },
                  body: { scope, reason: reason.trim() },
                }),
            },
            { onSuccess: onClose },
          )
        }
      >
        <Text size="sm">{t('legalHold.help')}</Text>
        {free.length > 1 && (
          <Radio.Group
            label={t('legalHold.scope')}
            value={scope}
            onChange={(value) => setScope(SCOPES.find((one) => one === value) ?? 'report')}
          >
            {free.map((one) => (
              <Radio key={one} mt="xs" value={one} label={t(`legalHold.scopes.${one}`)} />
            ))}
          </Radio.Group>
        )}
        <Textarea
          required
          data-autofocus
          label={t('legalHold.reason')}
          description={t('legalHold.reasonHelp')}
          minLength={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </DialogForm>
    </OpenDialog>
  );
}
