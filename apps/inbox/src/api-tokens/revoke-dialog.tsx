import type { ApiToken } from '@app/api-contract';
import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '../layout/dialog-form.js';
import { OpenDialog } from '../layout/open-dialog.js';
import { useRevokeToken } from './use-api-tokens.js';

export function RevokeDialog({ token: { id, name }, onClose }: { token: ApiToken; onClose: () => void }) {
  const { t } = useTranslation();
  const revoke = useRevokeToken(() => {
    notifications.show({ message: t('apiTokens.revoked', { name }) });
    onClose();
  });
  return (
    <OpenDialog onClose={onClose} title={t('apiTokens.revokeTitle')}>
      <DialogForm
        error={revoke.error}
        submit={t('apiTokens.revoke')}
        isPending={revoke.isPending}
        onClose={onClose}
        onSubmit={() => revoke.mutate(id)}
      >
        <Text size="sm">{t('apiTokens.revokeHelp', { name })}</Text>
      </DialogForm>
    </OpenDialog>
  );
}
