import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeliveriesDrawer } from './deliveries-drawer.js';
import { NewWebhookDialog } from './new-webhook-dialog.js';
import styles from './outgoing-webhooks.module.css';
import { useOutgoingWebhooks } from './use-outgoing-webhooks.js';
import { WebhookCard } from './webhook-card.js';

/** Programs that are told what changes: who, what became of it, and the switch. */
export function OutgoingWebhooks() {
  const { t } = useTranslation();
  const { data } = useOutgoingWebhooks();
  const [isAdding, setAdding] = useState(false);
  const [shownId, setShown] = useState<string | null>(null);
  const shown = data?.find(({ id }) => id === shownId);
  return (
    <section aria-labelledby="webhook-keluar" className={styles.root}>
      <div className={styles.head}>
        <h2 id="webhook-keluar">{t('webhooks.title')}</h2>
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('webhooks.add')}
        </Button>
      </div>
      <p className={styles.soft}>{t('webhooks.lead')}</p>
      {data?.length === 0 && <p className={styles.soft}>{t('webhooks.none')}</p>}
      <ul className={styles.list}>
        {data?.map((webhook) => (
          <WebhookCard key={webhook.id} webhook={webhook} onShow={() => setShown(webhook.id)} />
        ))}
      </ul>
      {isAdding && <NewWebhookDialog onClose={() => setAdding(false)} />}
      {shown && <DeliveriesDrawer webhook={shown} onClose={() => setShown(null)} />}
    </section>
  );
}
