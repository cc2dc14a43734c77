import type { OutgoingWebhook } from '@app/api-contract';
import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import styles from './outgoing-webhooks.module.css';
import { useWebhookAction } from './use-outgoing-webhooks.js';

export function WebhookCard({ webhook, onShow }: { webhook: OutgoingWebhook; onShow: () => void }) {
  const { t } = useTranslation();
  const { id, name, url, events, isActive, problem } = webhook;
  const [isSure, setSure] = useState(false);
  const params = { id };
  const toggle = useWebhookAction(() =>
    callApi('changeOutgoingWebhook', { params, body: { isActive: !isActive } }),
  );
  const ping = useWebhookAction(() => callApi('pingOutgoingWebhook', { params }), onShow);
  const remove = useWebhookAction(() => callApi('removeOutgoingWebhook', { params }));
  return (
    <li className={styles.card} aria-label={name}>
      <div className={styles.head}>
        <h3>{name}</h3>
        {!isActive && <Badge color="gray">{t('webhooks.off')}</Badge>}
      </div>
      <code className={styles.address}>{url}</code>
      <p className={styles.soft}>{events.map((event) => t(`webhooks.event.${event}`)).join(' · ')}</p>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.actions}>
        <Button size="compact-sm" variant="default" onClick={onShow}>
          {t('webhooks.log')}
        </Button>
        {isActive && (
          <Button size="compact-sm" variant="default" onClick={() => ping.mutate(undefined)}>
            {t('webhooks.ping')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => toggle.mutate(undefined)}>
          {t(isActive ? 'webhooks.switchOff' : 'webhooks.switchOn')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          onClick={() => (isSure ? remove.mutate(undefined) : setSure(true))}
        >
          {t(isSure ? 'webhooks.removeSure' : 'webhooks.remove')}
        </Button>
      </div>
    </li>
  );
}
