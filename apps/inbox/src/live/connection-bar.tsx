import { useTranslation } from 'react-i18next';
import { Icon } from '../layout/icon.js';
import { useLive } from './use-live.js';
import styles from './connection-bar.module.css';

/** Says so as long as the screens do not follow what happens. */
export function ConnectionBar() {
  const { t } = useTranslation();
  const { isConnected } = useLive();
  return (
    <div role="status" className={isConnected ? undefined : styles.root}>
      {!isConnected && (
        <>
          <Icon name="alert" />
          {t('live.interrupted')}
        </>
      )}
    </div>
  );
}
