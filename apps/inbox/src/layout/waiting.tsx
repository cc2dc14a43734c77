import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './waiting.module.css';

export function Waiting() {
  const { t } = useTranslation();
  return (
    <div className={styles.root} role="status">
      <Loader size="sm" aria-hidden="true" />
      <span>{t('app.loading')}</span>
    </div>
  );
}
