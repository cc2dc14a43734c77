import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '../layout/dialog-form.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { parametersOf, type ReportFilter } from './report-filter.js';
import { useSaveView } from './use-saved-views.js';
import { ViewFields } from './view-fields.js';

/** Keeps the present filter under a name. */
export function SaveViewDialog({ filter, onClose }: { filter: ReportFilter; onClose: () => void }) {
  const { t } = useTranslation();
  const [view, setView] = useState({ name: '', isShared: false });
  const save = useSaveView();
  const submit = () =>
    save.mutate(
      { ...view, name: view.name.trim(), query: parametersOf(filter).toString() },
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
          if (view.name.trim() !== '') submit();
        }}
      >
        <ViewFields view={view} onChange={setView} />
      </DialogForm>
    </OpenDialog>
  );
}
