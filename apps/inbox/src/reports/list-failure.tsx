import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/use-problem-text.js';
import styles from './list-failure.module.css';

interface Props {
  error: unknown;
  /** Over the empty place of rows that could not be had; else below the last row. */
  isFloating?: boolean;
  onRetry: () => unknown;
}

/** Why a part of the list is missing, and the way to ask for it again. */
export function ListFailure({ error, isFloating = false, onRetry }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return (
    <div className={styles.root} data-floating={isFloating} role="alert">
      <p className={styles.why}>{problemText(error)}</p>
      <Button variant="default" onClick={() => void onRetry()}>
        {t('app.tryAgain')}
      </Button>
    </div>
  );
}
