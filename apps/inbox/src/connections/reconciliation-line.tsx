import { useTranslation } from 'react-i18next';
import { useNumbers } from '../locales/use-numbers.js';
import styles from './connections.module.css';
import { useReconciliation } from './use-connections.js';

const PARTS = ['shown', 'merged', 'ignored', 'quarantined', 'pending'] as const;

/** Nothing is lost: what was received is what became of it. */
export function ReconciliationLine() {
  const { t } = useTranslation();
  const { whole } = useNumbers();
  const { data } = useReconciliation();
  if (!data) return null;
  const accounted = PARTS.reduce((sum, part) => sum + data[part], 0);
  return (
    <p
      className={styles.reconciliation}
      aria-label={t('reconciliation.label')}
      data-balanced={data.isBalanced}
    >
      <strong>
        {t('reconciliation.received')} {whole(data.received)}
      </strong>
      {' = '}
      {PARTS.map((part) => `${t(`reconciliation.${part}`)} ${whole(data[part])}`).join(' + ')}
      {' · '}
      <strong>
        {data.isBalanced
          ? t('reconciliation.balanced')
          : t('reconciliation.unbalanced', { difference: whole(data.received - accounted) })}
      </strong>
    </p>
  );
}
