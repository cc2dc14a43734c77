import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RouteAnswer } from '../api/call-api.js';
import { CopyButton } from '../layout/copy-button.js';
import { OpenDialog } from '../layout/open-dialog.js';

interface Props {
  invitation: RouteAnswer<'inviteUser'>;
  onClose: () => void;
}

/** The only time that a one-time link is shown: clicking beside the dialog does not close it. */
export function LinkDialog({ invitation: { user, link }, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <OpenDialog onClose={onClose} closeOnClickOutside={false} title={t('users.linkTitle')}>
      <Stack>
        <Text size="sm">{t('users.linkHelp', { name: user.name })}</Text>
        <TextInput
          readOnly
          aria-label={t('users.link')}
          value={link}
          onFocus={(event) => event.currentTarget.select()}
          rightSection={<CopyButton value={link} what={t('users.link')} />}
        />
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('app.close')}</Button>
        </Group>
      </Stack>
    </OpenDialog>
  );
}
