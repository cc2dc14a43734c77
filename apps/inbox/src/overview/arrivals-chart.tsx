import type { Overview } from '@app/api-contract';
import { REPORT_CLASSES } from '@app/report-model';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../locales/use-language.js';
import { useNumbers } from '../locales/use-numbers.js';
import { daysOf, type Period } from './period.js';
import styles from './overview.module.css';

const HEIGHT = 120;
const STEP = 10;

/** Arrivals day by day, stacked by class; the same figures stand as a table for those who do not see it. */
export function ArrivalsChart({ period, arrivals }: { period: Period; arrivals: Overview['arrivals'] }) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const { whole } = useNumbers();
  const dates = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const days = daysOf(period).map((day) => {
    const ofDay = arrivals.filter((one) => one.day === day);
    return { day, ofDay, total: ofDay.reduce((sum, { count }) => sum + count, 0) };
  });
  const most = Math.max(1, ...days.map(({ total }) => total));
  return (
    <figure className={styles.panel}>
      <figcaption className={styles.heading}>{t('overview.arrivals')}</figcaption>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('overview.arrivalsMost', { most: whole(most), days: whole(days.length) })}
      >
        {days.map(({ day, ofDay, total }, index) => {
          let top = HEIGHT;
          return (
            <g key={day}>
              <title>{`${dates.format(Date.parse(day))}: ${whole(total)}`}</title>
              <rect x={index * STEP} y={0} width={STEP} height={HEIGHT} fill="transparent" />
              {REPORT_CLASSES.map((name) => {
                const count = ofDay.find((one) => one.class === name)?.count ?? 0;
                const height = (count / most) * HEIGHT;
                top -= height;
                return (
                  count > 0 && (
                    <rect
                      key={name}
                      data-class={name}
                      x={index * STEP + 1}
                      y={top}
                      width={STEP - 2}
                      height={height}
                    />
                  )
                );
              })}
            </g>
          );
        })}
      </svg>
      <p className={styles.axis} aria-hidden="true">
        <span>{dates.format(Date.parse(period.from))}</span>
        <span>{dates.format(Date.parse(period.to))}</span>
      </p>
      <ul className={styles.legend}>
        {REPORT_CLASSES.map((name) => (
          <li key={name} data-class={name}>
            {t(`class.${name}`)}
          </li>
        ))}
      </ul>
    </figure>
  );
}
