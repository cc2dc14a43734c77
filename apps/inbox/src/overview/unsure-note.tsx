import type { DecisionQualityView } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNumbers } from '../locales/use-numbers.js';
import styles from './overview.module.css';
import { ShareOf } from './share-of.js';

interface Props {
  unsure: DecisionQualityView['unsure'];
  /** Reports received in the period. */
  arrived: number;
  /** The list of those that still wait for a person. */
  to: string;
}

/** How often the model was unsure, and what officers made of that. */
export function UnsureNote({ unsure: { said, open, decided }, arrived, to }: Props) {
  const { t } = useTranslation();
  const { whole } = useNumbers();
  const total = decided.reduce((sum, { count }) => sum + count, 0);
  const guessed = decided.reduce((sum, { asGuessed }) => sum + asGuessed, 0);
  const classes = decided.map(({ class: name, count }) => `${t(`class.${name}`)} ${whole(count)}`).join(', ');
  return (
    <dl className={styles.facts}>
      <dt>{t('overview.decisions.unsure')}</dt>
      <dd>
        <ShareOf part={said} whole={arrived} />
      </dd>
      <dt>{t('overview.decisions.open')}</dt>
      <dd>{open === 0 ? whole(open) : <Link to={to}>{whole(open)}</Link>}</dd>
      <dt>{t('overview.decisions.guessed')}</dt>
      <dd>
        <ShareOf part={guessed} whole={total} />
        {total > 0 && <span className={styles.quiet}> {classes}</span>}
      </dd>
    </dl>
  );
}
