import type { Overview } from '@app/api-contract';
import { REPORT_CLASSES } from '@app/report-model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNumbers } from '../locales/use-numbers.js';
import styles from './overview.module.css';

const UNANSWERED = new URLSearchParams([
  ['unanswered', 'true'],
  ...REPORT_CLASSES.filter((name) => name !== 'spam').map((name) => ['class', name]),
]).toString();

/** The figures that are looked at first: what waits, what is late, how fast answers came. */
export function FigureTiles({ overview, listOf }: { overview: Overview; listOf: (query: string) => string }) {
  const { t } = useTranslation();
  const { whole, percent, duration } = useNumbers();
  const { now, onTime, firstAnswer, completion } = overview;
  const judged = onTime.met + onTime.missed;
  const hours = (value: number | null) => (value === null ? t('overview.none') : duration(value * 3600));
  const spread = ({ count, p90Hours }: Overview['completion']) =>
    p90Hours === null ? null : t('overview.spread', { count: whole(count), hours: hours(p90Hours) });
  return (
    <div className={styles.tiles}>
      <Tile name={t('overview.unanswered')}>
        <Link to={listOf(UNANSWERED)}>{whole(now.unanswered)}</Link>
      </Tile>
      <Tile name={t('overview.overdue')}>
        <Link to={listOf('clock=overdue')}>{whole(now.overdue)}</Link>
      </Tile>
      <Tile
        name={t('overview.onTime')}
        note={t('overview.onTimeOf', { met: whole(onTime.met), judged: whole(judged) })}
      >
        {judged === 0 ? t('overview.none') : percent(onTime.met / judged)}
      </Tile>
      <Tile name={t('overview.firstAnswer')} note={spread(firstAnswer)}>
        {hours(firstAnswer.medianHours)}
      </Tile>
      <Tile name={t('overview.completion')} note={spread(completion)}>
        {hours(completion.medianHours)}
      </Tile>
    </div>
  );
}

function Tile({ name, note, children }: { name: string; note?: string | null; children: ReactNode }) {
  return (
    <section className={styles.tile}>
      <h2 className={styles.heading}>{name}</h2>
      <p className={styles.figure}>{children}</p>
      {note && <p className={styles.quiet}>{note}</p>}
    </section>
  );
}
