import { Alert, Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/use-problem-text.js';
import { parametersOf, type ReportFilter } from './report-filter.js';
import { useSaveView } from './use-saved-views.js';

/** Keeps the present filter under a name. */
export function SaveViewDialog({ filter, onClose }: { filter: ReportFilter; onClose: () => void }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const save = useSaveView();
  const submit = () =>
    save.mutate(
      { name: name.trim(), query: parametersOf(filter).toString(), isShared },
      { onSuccess: onClose },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('savedViews.save')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '' && !save.isPending) submit();
        }}
      >
        <Stack>
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
          {save.isError && (
            <Alert color="red" role="alert">
              {problemText(save.error)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('app.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('app.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
