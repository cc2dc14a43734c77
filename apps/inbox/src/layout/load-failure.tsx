import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/use-problem-text.js';
import styles from './blank-state.module.css';

export function LoadFailure({ error, onRetry }: { error: unknown; onRetry: () => unknown }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return (
    <div className={styles.root} role="alert">
      <p className={styles.title}>{t('app.loadFailed')}</p>
      <p className={styles.text}>{problemText(error)}</p>
      <Button variant="default" onClick={() => void onRetry()}>
        {t('app.tryAgain')}
      </Button>
    </div>
  );
}
