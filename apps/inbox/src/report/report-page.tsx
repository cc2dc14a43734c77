import type { ReportDetail } from '@app/api-contract';
import { UnstyledButton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { hasCode } from '../api/api-problem.js';
import { useKeys } from '../keyboard/use-keys.js';
import { BlankState } from '../layout/blank-state.js';
import { LoadFailure } from '../layout/load-failure.js';
import { Waiting } from '../layout/waiting.js';
import { rowOf, showInLists } from '../reports/refresh-list.js';
import type { OpenState } from '../reports/use-cursor.js';
import { ClassBar } from './class-bar.js';
import { ComposeBox } from './compose-box.js';
import { Conversation } from './conversation.js';
import { Details } from './details.js';
import { FactsLine } from './facts-line.js';
import { MaskBar } from './mask-bar.js';
import { ReportActions } from './report-actions.js';
import { ReportHeader } from './report-header.js';
import styles from './report-page.module.css';
import { reportQuery } from './report-query.js';
import { useClassCorrection } from './use-class-correction.js';
import { UrgentNotice } from './urgent-notice.js';
import { useReportChange } from './use-report-change.js';
import { useReveal } from './use-reveal.js';

/** The report of the address. */
export default function ReportPage() {
  const { t } = useTranslation();
  const { reportId = '' } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const query = useQuery(reportQuery(reportId));
  const back = useCallback(() => void navigate({ pathname: '/', search }), [navigate, search]);
  useKeys(useMemo(() => ({ Escape: back, u: back }), [back]));

  const isGone = hasCode(query.error, 'not-found') || hasCode(query.error, 'validation');
  if (isGone) {
    return (
      <BlankState icon="question" title={t('report.notFound')}>
        <UnstyledButton className={styles.back} onClick={back}>
          {t('report.back')}
        </UnstyledButton>
      </BlankState>
    );
  }
  if (query.data) return <OpenReport key={reportId} report={query.data} onBack={back} />;
  if (query.isError) return <LoadFailure error={query.error} onRetry={query.refetch} />;
  return <Opening reportId={reportId} onBack={back} />;
}

/** What the list knows of a report stands there at once; the rest is on its way. */
function Opening({ reportId, onBack }: { reportId: string; onBack: () => void }) {
  const row = rowOf(useQueryClient(), reportId);
  return (
    <div className={styles.root} aria-busy="true">
      {row && <ReportHeader report={row} onBack={onBack} />}
      <Waiting />
    </div>
  );
}

const VIEWS = ['talk', 'details'] as const;

function OpenReport({ report, onBack }: { report: ReportDetail; onBack: () => void }) {
  const { t } = useTranslation();
  const state = useLocation().state as OpenState | null;
  const [shown, setShown] = useState<(typeof VIEWS)[number]>('talk');
  const heading = useRef<HTMLHeadingElement>(null);
  const change = useReportChange(report.id);
  const { correct, setFlag } = useClassCorrection(report.id);
  const reveal = useReveal(report);
  // The conversation is painted first: what stands beside it takes longer than all the rest.
  const isPainted = useDeferredValue(true, false);
  const showTalk = useCallback(() => setShown('talk'), []);
  const showDetails = useCallback(() => setShown('details'), []);
  const staysInList = state?.isByKey === true;
  useEffect(() => {
    if (!staysInList) heading.current?.focus({ preventScroll: true });
  }, [staysInList]);

  const queryClient = useQueryClient();
  useEffect(() => showInLists(queryClient, report), [queryClient, report]);

  return (
    <article className={styles.root} aria-label={t('report.region', { code: report.ticketCode })}>
      <title>{`${report.ticketCode} · Wadah`}</title>
      <ReportHeader report={report} heading={heading} onBack={onBack} />
      <div className={styles.actions}>
        <ReportActions report={report} change={change} />
        <div className={styles.views} role="group" aria-label={t('report.views')}>
          {VIEWS.map((view) => (
            <UnstyledButton
              key={view}
              className={styles.view}
              aria-pressed={view === shown}
              onClick={() => setShown(view)}
            >
              {t(`report.${view}`)}
            </UnstyledButton>
          ))}
        </div>
      </div>
      <div className={styles.panes} data-shown={shown}>
        <div className={styles.talk}>
          <Conversation report={reveal.shown} change={change}>
            <UrgentNotice report={report} />
            {report.isErased && <p className={styles.erased}>{t('report.erased')}</p>}
            <ClassBar report={reveal.shown} onCorrect={correct} />
            {report.facts && <FactsLine facts={report.facts} />}
            <MaskBar reveal={reveal} />
          </Conversation>
          <ComposeBox report={report} onShow={showTalk} />
        </div>
        <div className={styles.details}>
          {isPainted && (
            <Details
              report={reveal.shown}
              change={change}
              reveal={reveal}
              onFlag={setFlag}
              onShow={showDetails}
            />
          )}
        </div>
      </div>
    </article>
  );
}
