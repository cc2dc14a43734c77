import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLeaveGuard } from './use-leave-guard.js';

/** Asks before unsaved changes of a page are left behind. */
export function LeaveQuestion({ isChanged }: { isChanged: boolean }) {
  const { t } = useTranslation();
  const { isAsking, leave, stay } = useLeaveGuard(isChanged);
  return (
    <Modal opened={isAsking} onClose={stay} title={t('unsaved.title')}>
      <Stack>
        <Text size="sm">{t('unsaved.question')}</Text>
        <Group justify="flex-end">
          <Button variant="default" color="red" onClick={leave}>
            {t('unsaved.leave')}
          </Button>
          <Button data-autofocus onClick={stay}>
            {t('unsaved.stay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
