import type { Clock } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { useInstants } from '../locales/use-instants.js';
import { useLanguage } from '../locales/use-language.js';
import styles from './clocks-panel.module.css';

const TONES = { running: 'calm', overdue: 'bad', paused: 'warn', met: 'good', 'met-late': 'warn' } as const;

/** The legal clocks of a report: until when, by which rule, and how they stand. */
export function ClocksPanel({ clocks }: { clocks: readonly Clock[] }) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const { absolute } = useInstants();
  if (clocks.length === 0) return <p className={styles.basis}>{t('clock.none')}</p>;
  return (
    <ul className={styles.root}>
      {clocks.map(({ stage, state, dueAt, workingDays, legalBasis, isProvisional }) => (
        <li key={stage}>
          <p className={styles.head}>
            <strong>{t(`clock.stage.${stage}`)}</strong>
            <span className={styles.state} data-tone={TONES[state]}>
              {t(`clock.state.${state}`)}
            </span>
          </p>
          <p className={styles.due}>
            <time dateTime={dueAt}>{absolute(dueAt)}</time> · {t('clock.days', { count: workingDays })}
          </p>
          <p className={styles.basis}>
            {legalBasis[language]}
            {isProvisional && ` · ${t('clock.provisional')}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
