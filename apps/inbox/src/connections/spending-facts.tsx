import type { Connection } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../locales/use-language.js';
import { useNumbers } from '../locales/use-numbers.js';
import styles from './connections.module.css';

type Spending = NonNullable<Connection['spending']>;

/** What this month has cost, where it is heading, and where it stops. */
export function SpendingFacts({ spending }: { spending: Spending }) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const { whole, rupiah } = useNumbers();
  const { spentRupiah, forecastRupiah, budgetRupiah, items } = spending;
  const warning =
    budgetRupiah === null || forecastRupiah < budgetRupiah
      ? null
      : spentRupiah >= budgetRupiah
        ? 'budgetSpent'
        : 'overBudget';
  return (
    <section aria-label={t('connections.spent')}>
      <dl className={styles.facts}>
        <div>
          <dt>{t('connections.spent')}</dt>
          <dd>{rupiah(spentRupiah)}</dd>
        </div>
        <div>
          <dt>{t('connections.forecast')}</dt>
          <dd>{rupiah(forecastRupiah)}</dd>
        </div>
        <div>
          <dt>{t('connections.budget')}</dt>
          <dd>{budgetRupiah === null ? t('connections.noBudget') : rupiah(budgetRupiah)}</dd>
        </div>
      </dl>
      {warning && (
        <p role="alert" className={styles.warning}>
          {t(`connections.${warning}`)}
        </p>
      )}
      {items.length > 0 && (
        <p className={styles.quiet}>
          {t('connections.usage')}:{' '}
          {items
            .map((item) => `${whole(item.quantity)} ${item.name[language]} (${rupiah(item.rupiah)})`)
            .join(' · ')}
        </p>
      )}
    </section>
  );
}
