import type { BulkActionInput } from '@app/api-contract';
import { needOf, REPORT_STATUSES } from '@app/report-model';
import { NativeSelect, TagsInput, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useMutation } from '../api/use-mutation.js';
import { DialogForm } from '../layout/dialog-form.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { useStatusNote } from '../report/use-status-note.js';
import { restChoices } from '../report/rest-times.js';
import { useSession } from '../session/use-session.js';
import { BulkCheck } from './bulk-check.js';
import { useBulkChoices } from './bulk-choices.js';
import { bodyOf, type ReportFilter } from './report-filter.js';

type Which = { readonly ids: readonly string[] } | { readonly filter: ReportFilter };

interface Props {
  which: Which;
  onClose: () => void;
  onStarted: (jobId: string) => void;
}

/** What is to be done with the chosen reports; the worker does it, report by report. */
export function BulkDialog({ which, onClose, onStarted }: Props) {
  const { t } = useTranslation();
  const { user, timeZone } = useSession();
  const choices = useBulkChoices();
  const [kind, setKind] = useState<BulkActionInput['kind']>('status');
  const [value, setValue] = useState('');
  const [tags, setTags] = useState<string[]>([]);
  const [note, setNote] = useState('');
  const [isSure, setIsSure] = useState('ids' in which);
  const start = useMutation({
    mutationFn: (action: BulkActionInput) =>
      callApi('startBulk', {
        body: {
          action,
          ...('ids' in which ? { reportIds: [...which.ids] } : { query: bodyOf(which.filter) }),
        },
      }),
    onSuccess: (job) => onStarted(job.id),
  });
  const action = actionOf(kind, value, tags, note.trim(), user.id, timeZone);
  const statusNote = useStatusNote(kind === 'status' ? statusOf(value) : null);
  const takesNote = kind === 'status' || kind === 'dispose';
  return (
    <OpenDialog onClose={onClose} title={t('bulk.act')}>
      <DialogForm
        error={start.error}
        submit={t('bulk.start')}
        isPending={start.isPending}
        isDisabled={action === null || !isSure}
        onClose={onClose}
        onSubmit={() => {
          if (action !== null && isSure) start.mutate(action);
        }}
      >
        <Text size="sm">{'ids' in which ? t('bulk.count', { count: which.ids.length }) : t('bulk.all')}</Text>
        <NativeSelect
          data-autofocus
          label={t('bulk.what')}
          value={kind}
          onChange={(event) => {
            setKind(event.currentTarget.value as BulkActionInput['kind']);
            setValue('');
            setIsSure('ids' in which);
          }}
          data={choices.kinds}
        />
        {kind === 'tag' ? (
          <TagsInput label={t('tags.label')} maxTags={12} maxLength={40} value={tags} onChange={setTags} />
        ) : (
          <NativeSelect
            required
            label={t('bulk.to')}
            value={value}
            onChange={(event) => {
              setValue(event.currentTarget.value);
              setIsSure('ids' in which);
            }}
            data={[{ value: '', label: t('bulk.choose') }, ...choices.valuesOf(kind)]}
          />
        )}
        {takesNote && (
          <Textarea
            {...statusNote}
            maxLength={1_000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
        {'filter' in which && <BulkCheck filter={which.filter} isChecked={isSure} onChange={setIsSure} />}
      </DialogForm>
    </OpenDialog>
  );
}

const statusOf = (value: string) => REPORT_STATUSES.find((one) => one === value) ?? null;

function actionOf(
  kind: BulkActionInput['kind'],
  value: string,
  tags: string[],
  note: string,
  userId: string,
  timeZone: string,
): BulkActionInput | null {
  const said = note === '' ? {} : { note };
  if (kind === 'tag') return tags.length === 0 ? null : { kind, add: tags };
  if (value === '') return null;
  const status = statusOf(value);
  if (kind === 'status') {
    return status === null || (needOf(status) !== null && note === '') ? null : { kind, status, ...said };
  }
  if (kind === 'dispose') return { kind, agencyId: value, ...said };
  if (kind === 'class') return { kind, class: value as never };
  if (kind === 'assign') return { kind, userId: value === 'me' ? userId : null };
  const until =
    restChoices(new Date(), timeZone)
      .find(({ name }) => name === value)
      ?.at.toISOString() ?? null;
  return { kind, until };
}
