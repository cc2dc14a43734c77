import type { Overview } from '@app/api-contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNumbers } from '../locales/use-numbers.js';
import { NOT_SPAM } from './list-parts.js';
import styles from './overview.module.css';

interface Props {
  overview: Overview;
  /** The address of a list: of everything, and of what came in the period. */
  listOf: (query: string) => string;
  inPeriod: (query: string) => string;
}

/** The figures that are looked at first: what waits, what is late, how fast answers came, how good they were. */
export function FigureTiles({ overview, listOf, inPeriod }: Props) {
  const { t } = useTranslation();
  const { whole, percent, duration } = useNumbers();
  const { now, onTime, firstAnswer, completion, decisions } = overview;
  const judged = onTime.met + onTime.missed;
  const spread = ({ count, p90Hours }: Overview['completion']) =>
    p90Hours === null
      ? null
      : t('overview.spread', { count: whole(count), hours: duration(p90Hours * 3600) });
  return (
    <div className={styles.tiles}>
      <Tile name={t('overview.unanswered')}>
        <Link to={listOf(`unanswered=true&${NOT_SPAM}`)}>{whole(now.unanswered)}</Link>
      </Tile>
      <Tile name={t('overview.overdue')}>
        <Link to={listOf('clock=overdue')}>{whole(now.overdue)}</Link>
      </Tile>
      <Tile
        name={t('overview.onTime')}
        note={
          <Link to={inPeriod(`answer=late&${NOT_SPAM}`)}>
            {t('overview.lateCount', { count: onTime.missed })}
          </Link>
        }
      >
        {judged === 0 ? (
          t('overview.none')
        ) : (
          <Link to={inPeriod(`answer=on-time&${NOT_SPAM}`)}>{percent(onTime.met / judged)}</Link>
        )}
      </Tile>
      <Tile name={t('overview.firstAnswer')} note={spread(firstAnswer)}>
        <Hours of={firstAnswer.medianHours} to={inPeriod(`answer=given&${NOT_SPAM}`)} />
      </Tile>
      <Tile name={t('overview.completion')} note={spread(completion)}>
        <Hours of={completion.medianHours} to={inPeriod(`status=closed&${NOT_SPAM}`)} />
      </Tile>
      <Tile
        name={t('overview.judged')}
        note={t('overview.judgedOf', { kept: whole(decisions.kept), count: whole(decisions.count) })}
      >
        {decisions.count === 0 ? t('overview.none') : percent(decisions.kept / decisions.count)}
      </Tile>
    </div>
  );
}

/** Leads to the reports that were measured; where there are none, nowhere. */
function Hours({ of, to }: { of: number | null; to: string }) {
  const { t } = useTranslation();
  const { duration } = useNumbers();
  return of === null ? t('overview.none') : <Link to={to}>{duration(of * 3600)}</Link>;
}

function Tile({ name, note, children }: { name: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.tile}>
      <h2 className={styles.heading}>{name}</h2>
      <p className={styles.figure}>{children}</p>
      {note && <p className={styles.quiet}>{note}</p>}
    </section>
  );
}
