import { useTranslation } from 'react-i18next';
import styles from './wordmark.module.css';

/** A vessel that catches what falls into it. */
export function Wordmark({ isCompact = false }: { isCompact?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={styles.root}>
      <svg aria-hidden="true" width="26" height="26" viewBox="0 0 32 32">
        <path d="M3 13h26a13 13 0 0 1-9 11.5V28h-8v-3.5A13 13 0 0 1 3 13Z" fill="currentColor" />
        <g fill="#e3a13b">
          <circle cx="9" cy="7" r="2.3" />
          <circle cx="16" cy="4.5" r="2.3" />
          <circle cx="23" cy="7" r="2.3" />
        </g>
      </svg>
      {!isCompact && <span className={styles.name}>{t('app.name')}</span>}
    </span>
  );
}
