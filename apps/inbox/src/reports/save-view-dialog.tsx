import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenDialog } from '../layout/open-dialog.js';
import { parametersOf, type ReportFilter } from './report-filter.js';
import { useSaveView } from './use-saved-views.js';
import { DialogForm } from '../layout/dialog-form.js';

/** Keeps the present filter under a name. */
export function SaveViewDialog({ filter, onClose }: { filter: ReportFilter; onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const save = useSaveView();
  const submit = () =>
    save.mutate(
      { name: name.trim(), query: parametersOf(filter).toString(), isShared },
      { onSuccess: onClose },
    );
  return (
    <OpenDialog onClose={onClose} title={t('savedViews.save')}>
      <DialogForm
        error={save.error}
        submit={t('app.save')}
        isPending={save.isPending}
        onClose={onClose}
        onSubmit={() => {
          if (name.trim() !== '') submit();
        }}
      >
        <TextInput
          required
          data-autofocus
          label={t('savedViews.name')}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox
          label={t('savedViews.shared')}
          checked={isShared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
      </DialogForm>
    </OpenDialog>
  );
}
