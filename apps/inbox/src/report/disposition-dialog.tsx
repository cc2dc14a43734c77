import type { ReportDetail } from '@app/api-contract';
import { NativeSelect, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { DialogForm } from '../layout/dialog-form.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { useAgencies } from '../reports/use-agencies.js';
import type { ReportChange } from './use-report-change.js';
import { useUndo } from './use-undo.js';

const LONGEST_NOTE = 2000;

/** Null where the matter is another body's. */
const suggestedAgency = ({ facts }: ReportDetail) => (facts?.agency.isOurs ? facts.agency.id : null);

interface Props {
  report: ReportDetail;
  change: ReportChange;
  onClose: () => void;
}

export function DispositionDialog({ report, change, onClose }: Props) {
  const { t } = useTranslation();
  const agencies = useAgencies().filter((agency) => agency.isActive);
  const [agencyId, setAgencyId] = useState(report.agency?.id ?? suggestedAgency(report) ?? '');
  const [note, setNote] = useState('');
  const offerUndo = useUndo(report.id);
  const dispose = () =>
    change.mutate(
      {
        send: ({ version }) =>
          callApi('dispose', {
            params: { id: report.id },
            body: { agencyId, version, ...(note.trim() === '' ? {} : { note: note.trim() }) },
          }),
      },
      {
        onSuccess: ({ agency }) => {
          offerUndo(t('report.disposed', { agency: agency?.shortName ?? '' }));
          onClose();
        },
      },
    );
  return (
    <OpenDialog onClose={onClose} title={t('report.disposeTitle')}>
      <DialogForm
        error={null}
        submit={t('report.dispose')}
        isPending={change.isPending}
        isDisabled={agencyId === ''}
        onClose={onClose}
        onSubmit={() => {
          if (agencyId !== '') dispose();
        }}
      >
        {report.flags.supervisory && (
          <Text size="sm" c="var(--plum-ink)">
            {t('flag.supervisory')}: {t('flagHelp.supervisory')}
          </Text>
        )}
        <NativeSelect
          data-autofocus
          required
          label={t('report.agency')}
          value={agencyId}
          error={agencies.length === 0 && t('report.noAgencies')}
          onChange={(event) => setAgencyId(event.currentTarget.value)}
          data={[
            { value: '', label: t('report.chooseAgency') },
            ...agencies.map(({ id, shortName, name }) => ({
              value: id,
              label: shortName === name ? name : `${shortName} (${name})`,
            })),
          ]}
        />
        <Textarea
          label={t('report.note')}
          description={t('report.noteHelp')}
          autosize
          minRows={3}
          maxRows={8}
          maxLength={LONGEST_NOTE}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </DialogForm>
    </OpenDialog>
  );
}
