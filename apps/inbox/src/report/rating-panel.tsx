import type { ReportDetail } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { Time } from '../locales/time.js';
import styles from './details.module.css';

/** What the citizen says of the answer. */
export function RatingPanel({ rating }: { rating: NonNullable<ReportDetail['rating']> }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.plain}>
        <span aria-hidden="true">{'★'.repeat(rating.stars) + '☆'.repeat(5 - rating.stars)}</span>{' '}
        {t('rating.stars', { stars: rating.stars })} · <Time at={rating.ratedAt} />
      </p>
      {rating.words === '' ? (
        <p className={styles.soft}>{t('rating.noWords')}</p>
      ) : (
        <blockquote className={styles.quote}>{rating.words}</blockquote>
      )}
    </>
  );
}
