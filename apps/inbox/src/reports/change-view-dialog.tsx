import type { SavedView } from '@app/api-contract';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '../layout/dialog-form.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { useChangeView, useRemoveView } from './use-saved-views.js';
import { ViewFields } from './view-fields.js';

interface Props {
  view: SavedView;
  onClose: () => void;
}

/** The question comes in place of what was pressed. */
const takeFocus = (question: HTMLElement | null) => question?.focus();

/** Another name for a view of one's own, who sees it, or an end to it, after a question. */
export function ChangeViewDialog({ view: { id, name, isShared }, onClose }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState({ name, isShared });
  const [isRemoving, setRemoving] = useState(false);
  const change = useChangeView();
  const remove = useRemoveView();
  if (isRemoving) {
    return (
      <OpenDialog onClose={onClose} title={t('savedViews.remove', { name })}>
        <DialogForm
          error={remove.error}
          submit={t('savedViews.removeIt')}
          isPending={remove.isPending}
          onClose={onClose}
          onSubmit={() => remove.mutate(id, { onSuccess: onClose })}
        >
          <Text ref={takeFocus} tabIndex={-1} size="sm">
            {t(isShared ? 'savedViews.removeShared' : 'savedViews.removeOwn')}
          </Text>
        </DialogForm>
      </OpenDialog>
    );
  }
  return (
    <OpenDialog onClose={onClose} title={t('savedViews.change', { name })}>
      <DialogForm
        error={change.error}
        submit={t('app.save')}
        isPending={change.isPending}
        onClose={onClose}
        onSubmit={() => {
          const written = draft.name.trim();
          if (written !== '') change.mutate({ ...draft, id, name: written }, { onSuccess: onClose });
        }}
      >
        <ViewFields view={draft} onChange={setDraft} />
        <Button variant="subtle" color="red" onClick={() => setRemoving(true)}>
          {t('savedViews.removeIt')}
        </Button>
      </DialogForm>
    </OpenDialog>
  );
}
