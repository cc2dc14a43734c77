import type { ReportDetail } from '@app/api-contract';
import { OPEN_STATUSES } from '@app/report-model';
import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import styles from './facts.module.css';

/** Danger to life does not wait for a desk: 112 first, with a copy here. */
export function UrgentNotice({ report: { flags, status } }: { report: ReportDetail }) {
  const { t } = useTranslation();
  if (!flags.urgent || !OPEN_STATUSES.includes(status)) return null;
  return (
    <div className={styles.bad} role="alert">
      <p className={styles.head}>
        <Icon name="flame" />
        {t('facts.emergencyTitle')}
      </p>
      <p>
        {t('facts.emergency')} <a href="tel:112">{t('facts.call112')}</a>
      </p>
    </div>
  );
}
