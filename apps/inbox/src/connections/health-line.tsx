import type { Connection } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { Time } from '../locales/time.js';
import styles from './connections.module.css';

/** State in a word, what it means, and the platform's own words below. */
type Health = Pick<Connection['health'], 'state' | 'reason' | 'account' | 'checkedAt'> & { since?: string };

export function HealthLine({ health }: { health: Health }) {
  const { t } = useTranslation();
  const { state, reason, account, checkedAt, since } = health;
  return (
    <div role="status">
      <p className={styles.health} data-state={state}>
        <strong>{t(`connections.health.${state}`)}</strong>
        {since !== undefined && (
          <span className={styles.quiet}>
            {t('connections.since')} <Time at={since} />
          </span>
        )}
        {account !== null && <span>{t('connections.account', { account })}</span>}
        {checkedAt !== null && (
          <span className={styles.quiet}>
            {t('connections.checked')} <Time at={checkedAt} />
          </span>
        )}
      </p>
      {state !== 'healthy' && <span className={styles.quiet}>{t(`connections.healthHelp.${state}`)} </span>}
      {reason !== null && <span className={styles.quiet}>{t('connections.healthDetail', { reason })}</span>}
    </div>
  );
}
