import { OPEN_STATUSES } from '@app/report-model';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { callApi } from '../api/call-api.js';
import { urgentReportsKey } from '../api/query-keys.js';
import { Icon } from '../layout/icon.js';
import { Time } from '../locales/time.js';
import { EVERYTHING, parametersOf } from './report-filter.js';
import styles from './urgent-bar.module.css';
import { useCounts } from './use-counts.js';

const SHOWN = 3;

/** Reports of present danger that are still open stand above every list, whatever it is filtered by. */
export function UrgentBar() {
  const { t } = useTranslation();
  const { search } = useLocation();
  const { counts, text } = useCounts();
  const count = counts?.urgent ?? 0;
  const view = parametersOf({ ...EVERYTHING, flags: ['urgent'], statuses: OPEN_STATUSES });
  const { data } = useQuery({
    queryKey: [...urgentReportsKey, count],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams(view);
      query.set('limit', String(SHOWN));
      return callApi('listReports', { query, signal });
    },
    enabled: count > 0,
  });
  if (count === 0) return null;
  return (
    <section className={styles.root} aria-label={t('facts.urgentReports')}>
      <p className={styles.head}>
        <Icon name="flame" size={15} />
        <strong>{t('facts.urgentOpen', { count, shown: text(count) })}</strong>
        <Link to={{ pathname: '/', search: view.toString() }}>{t('facts.showAll')}</Link>
      </p>
      <ul className={styles.list}>
        {data?.items.map((report) => (
          <li key={report.id}>
            <Link to={{ pathname: `/laporan/${report.id}`, search }}>
              <span className={styles.excerpt}>{report.excerpt || report.ticketCode}</span>
              <Time at={report.lastMessageAt} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
