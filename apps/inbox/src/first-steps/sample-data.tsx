import type { FirstSteps } from '@app/api-contract';
import { Button, Group, Modal, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/use-problem-text.js';
import { useSession } from '../session/use-session.js';
import styles from './first-steps.module.css';
import { useSampleData } from './use-first-steps.js';

/** Made-up messages in and out, for admins. */
export function SampleData({ steps }: { steps: FirstSteps }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const problemText = useProblemText();
  const { add, remove } = useSampleData();
  const [isAsking, setAsking] = useState(false);
  if (user.role !== 'admin') return null;
  const onError = (error: Error) => notifications.show({ color: 'red', message: problemText(error) });
  const close = () => setAsking(false);
  if (!steps.hasSamples) {
    const onSuccess = () => notifications.show({ message: t('firstSteps.samplesAdded') });
    return (
      <div className={styles.samples}>
        <p>{t('firstSteps.samplesOffer')}</p>
        <Button
          variant="default"
          loading={add.isPending}
          onClick={() => add.mutate(undefined, { onSuccess, onError })}
        >
          {t('firstSteps.addSamples')}
        </Button>
      </div>
    );
  }
  const onSuccess = ({ reports }: { reports: number }) => {
    close();
    notifications.show({ message: t('firstSteps.samplesRemoved', { count: reports }) });
  };
  return (
    <div className={styles.samples}>
      <p>{t('firstSteps.samplesHere')}</p>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('firstSteps.removeSamples')}
      </Button>
      <Modal opened={isAsking} onClose={close} title={t('firstSteps.removeTitle')}>
        <Text size="sm">{t('firstSteps.removeHelp')}</Text>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {t('app.cancel')}
          </Button>
          <Button
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate(undefined, { onSuccess, onError })}
          >
            {t('firstSteps.removeSamples')}
          </Button>
        </Group>
      </Modal>
    </div>
  );
}
