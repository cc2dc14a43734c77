import { OPEN_STATUSES, REPORT_CLASSES, REPORT_STATUSES, type ReportStatus } from '@app/report-model';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { EVERYTHING, filterFrom, parametersOf, type ReportFilter } from './report-filter.js';
import styles from './status-views.module.css';
import { useCounts } from './use-counts.js';

/** Beside the views of every day. */
const OTHER_STATUSES: readonly ReportStatus[] = REPORT_STATUSES.filter(
  (status) => status !== 'new' && status !== 'closed',
);

/** As the overview counts what is unanswered. */
const WAITING = parametersOf({
  ...EVERYTHING,
  classes: REPORT_CLASSES.filter((name) => name !== 'spam'),
  onlyUnanswered: true,
  withSnoozed: true,
}).toString();

/** Links to the reports of each view and status, with how many there are. */
export function StatusViews({ onFollow }: { onFollow?: () => void }) {
  const { t } = useTranslation();
  const { counts, text, isCapped } = useCounts();
  const { pathname, search } = useLocation();
  const isInbox = pathname === '/' || pathname.startsWith('/laporan/');
  const filter = filterFrom(new URLSearchParams(search));
  const current = parametersOf(filter).toString();
  const isElsewhere =
    filter.onlySnoozed || (filter.statuses.length === 1 && OTHER_STATUSES.includes(filter.statuses[0]!));
  const of = (status: ReportStatus) => counts?.byStatus[status] ?? 0;
  const open = OPEN_STATUSES.reduce((sum, status) => sum + of(status), 0);

  const due = (counts?.overdue ?? 0) + (counts?.dueSoon ?? 0);

  const link = (name: string, view: Partial<ReportFilter>, count?: number) => {
    const address = parametersOf({ ...EVERYTHING, ...view }).toString();
    const isHere = isInbox && current === address;
    return (
      <li key={name}>
        <Link
          className={isHere ? `${styles.link} ${styles.here}` : styles.link}
          aria-current={isHere ? 'page' : undefined}
          to={{ pathname: '/', search: address }}
          onClick={onFollow}
        >
          <span>{name}</span>
          {count !== undefined && <span className={styles.count}>{text(count)}</span>}
        </Link>
      </li>
    );
  };

  return (
    <section className={styles.root} aria-label={t('inbox.views')}>
      <ul className={styles.list}>
        {link(t('inbox.allReports'), {})}
        {link(t('inbox.open'), { statuses: OPEN_STATUSES }, open)}
        {link(t('status.new'), { statuses: ['new'] }, of('new'))}
        {link(t('inbox.unsure'), { onlyUnsure: true, statuses: OPEN_STATUSES }, counts?.unsure ?? 0)}
        {link(t('flag.urgent'), { flags: ['urgent'], statuses: OPEN_STATUSES }, counts?.urgent ?? 0)}
        {link(t('inbox.mine'), { assignee: 'me', statuses: OPEN_STATUSES }, counts?.mine ?? 0)}
        {link(t('clock.soon'), { clock: 'soon', order: 'due' }, due)}
        {link(t('status.closed'), { statuses: ['closed'] }, of('closed'))}
      </ul>
      <details open={isElsewhere}>
        <summary className={styles.more}>{t('inbox.otherStatuses')}</summary>
        <ul className={styles.list}>
          {OTHER_STATUSES.map((status) => link(t(`status.${status}`), { statuses: [status] }, of(status)))}
          {link(t('snooze.resting'), { onlySnoozed: true })}
        </ul>
      </details>
      {counts !== undefined && counts.unanswered > 0 && (
        <p className={styles.waiting}>
          <Link to={{ pathname: '/', search: WAITING }} onClick={onFollow}>
            {isCapped(counts.unanswered)
              ? t('inbox.waitingMany')
              : t('inbox.waiting', { count: counts.unanswered })}
          </Link>
        </p>
      )}
    </section>
  );
}
