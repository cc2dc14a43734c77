import { useTranslation } from 'react-i18next';
import { useNumbers } from '../locales/use-numbers.js';
import styles from './overview.module.css';

/** A share of fewer says little: one decision more moves it by several per cent. */
const FEW = 30;

interface Props {
  part: number;
  whole: number;
}

/** "90 % (36 of 40)", and whether that is too few to go by. */
export function ShareOf({ part, whole }: Props) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  if (whole === 0) return <>{t('overview.none')}</>;
  return (
    <>
      {numbers.percent(part / whole)}{' '}
      {t('overview.decisions.of', { part: numbers.whole(part), whole: numbers.whole(whole) })}
      {whole < FEW && <span className={styles.few}>{t('overview.decisions.few')}</span>}
    </>
  );
}
