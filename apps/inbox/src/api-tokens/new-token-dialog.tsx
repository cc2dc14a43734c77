import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../layout/copy-button.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { NewTokenForm } from './new-token-form.js';
import { useCreateToken } from './use-api-tokens.js';

/** What the program may; then the token, the only time that it is shown: a click beside does not close it. */
export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const create = useCreateToken();
  const made = create.data;
  return (
    <OpenDialog
      onClose={onClose}
      closeOnClickOutside={made === undefined}
      title={t(made ? 'apiTokens.shownTitle' : 'apiTokens.add')}
    >
      {made === undefined ? (
        <NewTokenForm create={create} onClose={onClose} />
      ) : (
        <Stack>
          <Text size="sm">{t('apiTokens.shownHelp', { name: create.variables?.name })}</Text>
          <TextInput
            readOnly
            data-autofocus
            aria-label={t('apiTokens.token')}
            value={made.token}
            onFocus={(event) => event.currentTarget.select()}
            rightSection={<CopyButton value={made.token} what={t('apiTokens.token')} />}
          />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('app.close')}</Button>
          </Group>
        </Stack>
      )}
    </OpenDialog>
  );
}
