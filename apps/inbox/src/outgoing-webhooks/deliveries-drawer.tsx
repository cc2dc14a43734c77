import type { OutgoingWebhook, WebhookDelivery } from '@app/api-contract';
import { Button, Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useFocusBack } from '../layout/use-focus-back.js';
import { Time } from '../locales/time.js';
import styles from './outgoing-webhooks.module.css';
import { useWebhookAction, useWebhookDeliveries } from './use-outgoing-webhooks.js';

/** What was sent, how often it was tried, and what the receiver said. */
export function DeliveriesDrawer({ webhook, onClose }: { webhook: OutgoingWebhook; onClose: () => void }) {
  const { t } = useTranslation();
  useFocusBack();
  const { data } = useWebhookDeliveries(webhook.id);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t('webhooks.logOf', { name: webhook.name })}
    >
      {data?.items.length === 0 && <p className={styles.soft}>{t('webhooks.nothingSent')}</p>}
      <ul className={styles.list}>
        {data?.items.map((delivery) => (
          <DeliveryLine key={delivery.id} delivery={delivery} />
        ))}
      </ul>
    </Drawer>
  );
}

function DeliveryLine({ delivery }: { delivery: WebhookDelivery }) {
  const { t } = useTranslation();
  const { id, event, state, attempts, lastError, createdAt, nextAttemptAt } = delivery;
  const again = useWebhookAction(() => callApi('redeliverWebhook', { params: { id } }));
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <strong>{event}</strong>
        <span>{t(`webhooks.state.${state}`)}</span>
        <span className={styles.soft}>
          <Time at={createdAt} style="short" /> · {t('webhooks.attempts', { count: attempts })}
        </span>
        {state !== 'pending' && (
          <Button
            size="compact-sm"
            variant="default"
            loading={again.isPending}
            onClick={() => again.mutate(undefined)}
          >
            {t('webhooks.again')}
          </Button>
        )}
      </div>
      {lastError !== null && <p className={styles.problem}>{lastError}</p>}
      {state === 'pending' && attempts > 0 && (
        <p className={styles.soft}>
          {t('webhooks.nextAttempt')} <Time at={nextAttemptAt} />
        </p>
      )}
    </li>
  );
}
