import { useTranslation } from 'react-i18next';
import { FirstStepsCard } from '../first-steps/first-steps.js';
import { BlankState } from '../layout/blank-state.js';
import styles from './inbox-page.module.css';

/** Beside the list while no report is open. */
export function NoReport() {
  const { t } = useTranslation();
  return (
    <div className={styles.noReport}>
      <BlankState icon="inbox" title={t('inbox.choose')} text={t('inbox.chooseHelp')} />
      <FirstStepsCard />
    </div>
  );
}
