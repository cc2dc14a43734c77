import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OpenDialog } from '../layout/open-dialog.js';

interface Props {
  onSure: () => void;
  onClose: () => void;
}

/** The citizen may have the answer already: it is not sent a second time with one press. */
export function SendAgainDialog({ onSure, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <OpenDialog onClose={onClose} title={t('reply.sendAgain')}>
      <Text size="sm">{t('reply.sendAgainHelp')}</Text>
      <Group justify="flex-end" mt="md">
        <Button data-autofocus variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button onClick={onSure}>{t('reply.sendAgainAnyway')}</Button>
      </Group>
    </OpenDialog>
  );
}
