import type { ReportSummary } from '@app/api-contract';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { Time } from '../locales/time.js';
import { ClassMark } from '../reports/marks.js';
import { useChannels } from '../reports/use-channels.js';
import styles from './incidents.module.css';

interface Props {
  report: ReportSummary;
  /** Why it stands here. */
  why?: string;
  /** What can be done with it. */
  children?: ReactNode;
}

/** Another report in a few lines. */
export function OtherReport({ report, why, children }: Props) {
  const { nameOf } = useChannels();
  const { search } = useLocation();
  return (
    <li className={styles.item}>
      <span className={styles.head}>
        <Link to={{ pathname: `/laporan/${report.id}`, search }}>{report.ticketCode}</Link>
        <ClassMark of={report.class} />
        <span className={styles.soft}>
          {[report.contactName, nameOf(report.channel)].filter(Boolean).join(' · ')} ·{' '}
          <Time at={report.receivedAt} />
        </span>
      </span>
      <span className={styles.excerpt}>{report.excerpt}</span>
      {why && <span className={styles.soft}>{why}</span>}
      {children && <span className={styles.buttons}>{children}</span>}
    </li>
  );
}
