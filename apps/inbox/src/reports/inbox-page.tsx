import { Button, VisuallyHidden } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useMatch } from 'react-router';
import { FirstStepsCard } from '../first-steps/first-steps.js';
import { BlankState } from '../layout/blank-state.js';
import { LoadFailure } from '../layout/load-failure.js';
import { Waiting } from '../layout/waiting.js';
import { BulkBar } from './bulk-bar.js';
import { BulkProgress } from './bulk-progress.js';
import { ClassViews } from './class-views.js';
import { FilterBar } from './filter-bar.js';
import styles from './inbox-page.module.css';
import { withoutLeft } from './refresh-list.js';
import { EVERYTHING, isFiltered, parametersOf, type ReportFilter } from './report-filter.js';
import { ListTools } from './list-tools.js';
import { UrgentBar } from './urgent-bar.js';
import { ReportList } from './report-list.js';
import { useBulkJob } from './use-bulk-job.js';
import { useCursor } from './use-cursor.js';
import { useDensity } from './use-density.js';
import { useFilter } from './use-filter.js';
import { usePrefetch } from './use-prefetch.js';
import { useSelection } from './use-selection.js';
import { useReportList } from './use-report-list.js';
import { showsArrivals } from './use-steady-scroll.js';

/** The list beside the open report; on a phone one of the two. */
export default function InboxPage() {
  const { t } = useTranslation();
  const [filter, changeFilter] = useFilter();
  const openId = useMatch('/laporan/:reportId')?.params.reportId ?? null;
  const address = parametersOf(filter).toString();
  const filterButton = useRef<HTMLButtonElement>(null);
  const [jobId, setJobId] = useBulkJob();
  return (
    <div className={styles.root} data-open={openId !== null}>
      {openId === null && <title>{`${t('inbox.title')} · Wadah`}</title>}
      <section className={styles.list} aria-label={t('inbox.title')}>
        <VisuallyHidden component="h1">{t('inbox.title')}</VisuallyHidden>
        <FilterBar filter={filter} opener={filterButton} onChange={changeFilter} />
        <UrgentBar />
        <ClassViews filter={filter} onChange={(classes) => changeFilter({ classes })} />
        <Reports
          key={address}
          filter={filter}
          address={address}
          openId={openId}
          onReset={() => {
            changeFilter(EVERYTHING);
            filterButton.current?.focus();
          }}
          onStarted={setJobId}
        />
        {jobId !== null && <BulkProgress jobId={jobId} onFollow={setJobId} onClose={() => setJobId(null)} />}
      </section>
      <div className={styles.report}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </div>
    </div>
  );
}

interface ReportsProps {
  filter: ReportFilter;
  address: string;
  openId: string | null;
  /** Shows all reports. */
  onReset: () => void;
  /** Something is being done to many. */
  onStarted: (jobId: string) => void;
}

function Reports({ filter, address, openId, onReset, onStarted }: ReportsProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const scroller = useRef<HTMLDivElement>(null);
  const openReport = useRef(openId);
  const view = useCallback(
    () => ({ openId: openReport.current, isAtTop: showsArrivals(scroller.current) }),
    [],
  );
  const list = useReportList(filter, view);
  const cursor = useCursor(list.rows, openId);
  usePrefetch(list.rows, cursor.isPlaced ? cursor.id : null, openId);
  const selection = useSelection(cursor.id);
  const [density] = useDensity();
  useEffect(() => {
    openReport.current = openId;
    withoutLeft(queryClient, filter, openId);
  }, [queryClient, filter, openId]);

  const { query, rows } = list;
  if (query.isPending) return <Waiting />;
  if (query.isError && rows.length === 0) return <LoadFailure error={query.error} onRetry={query.refetch} />;
  if (rows.length === 0) {
    return isFiltered(filter) ? (
      <BlankState icon="search" title={t('inbox.emptyFiltered')}>
        <Button variant="default" onClick={onReset}>
          {t('inbox.reset')}
        </Button>
      </BlankState>
    ) : (
      <div className={styles.empty}>
        <BlankState icon="inbox" title={t('inbox.empty')} text={t('inbox.emptyHelp')} />
        <div className={styles.onPhone}>
          <FirstStepsCard />
        </div>
      </div>
    );
  }
  return (
    <>
      <ListTools selection={selection} filter={filter} />
      <ReportList
        key={density}
        list={list}
        rows={rows}
        scroller={scroller}
        cursor={cursor}
        selection={selection}
        density={density}
        openId={openId}
        search={address}
        dateOf={filter.order === 'newest' ? 'lastMessageAt' : 'receivedAt'}
      />
      <BulkBar selection={selection} filter={filter} onStarted={onStarted} />
    </>
  );
}
