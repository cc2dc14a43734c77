import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'react-router';
import { LoadFailure } from '../layout/load-failure.js';
import { Waiting } from '../layout/waiting.js';
import { useInstants } from '../locales/use-instants.js';
import { useNow } from '../locales/use-now.js';
import { useChannels } from '../reports/use-channels.js';
import { MOST_PRINTED, printedReports } from './printed-reports.js';
import styles from './print-page.module.css';

/** A list laid out for paper; the browser makes a PDF of it. */
export default function PrintPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const ids = useLocation().hash.slice(1).split(',').filter(Boolean);
  const { short, absolute } = useInstants();
  const { nameOf } = useChannels();
  const now = useNow();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: ['print', search.toString(), ids],
    queryFn: ({ signal }) => printedReports(search, ids, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (isError) return <LoadFailure error={error} onRetry={refetch} />;
  if (isPending) return <Waiting />;
  return (
    <main className={styles.root}>
      <title>{t('exports.printTitle')}</title>
      <div className={styles.tools}>
        <Button onClick={() => window.print()}>{t('exports.print')}</Button>
        <span>{t('exports.printHelp')}</span>
      </div>
      <h1 className={styles.title}>{t('exports.printTitle')}</h1>
      <p className={styles.lead}>
        {t('exports.printed', { count: data.reports.length, at: absolute(new Date(now).toISOString()) })}
        {data.isCut && ` ${t('exports.printCut', { count: MOST_PRINTED })}`}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('exports.columns.code')}</th>
            <th scope="col">{t('exports.columns.received')}</th>
            <th scope="col">{t('inbox.class')}</th>
            <th scope="col">{t('inbox.status')}</th>
            <th scope="col">{t('inbox.channel')}</th>
            <th scope="col">{t('inbox.agency')}</th>
            <th scope="col">{t('exports.columns.text')}</th>
          </tr>
        </thead>
        <tbody>
          {data.reports.map((report) => (
            <tr key={report.id}>
              <td>{report.ticketCode}</td>
              <td>{short(report.receivedAt)}</td>
              <td>{t(`class.${report.class}`)}</td>
              <td>{t(`status.${report.status}`)}</td>
              <td>{nameOf(report.channel)}</td>
              <td>{report.agency?.shortName}</td>
              <td>{report.excerpt}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
