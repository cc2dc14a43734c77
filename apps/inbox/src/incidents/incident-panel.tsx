import type { ReportDetail } from '@app/api-contract';
import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../layout/load-failure.js';
import { useSession } from '../session/use-session.js';
import styles from './incidents.module.css';
import { JoinByCode } from './join-by-code.js';
import { Members } from './members.js';
import { OtherReport } from './other-report.js';
import { useIncident } from './use-incident.js';
import { useIncidentActions } from './use-incident-actions.js';
import { useIncidentReason } from './use-incident-reason.js';
import { useKeptFocus } from './use-kept-focus.js';

/** What this report was joined with, and what may be about the same thing. */
export function IncidentPanel({ report }: { report: ReportDetail }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const reasonText = useIncidentReason();
  const { data, error, refetch } = useIncident(report.id);
  const { join, joinByCode, refuse, leave } = useIncidentActions(report.id);
  const panel = useRef<HTMLDivElement>(null);
  useKeptFocus(panel, data);
  if (error) return <LoadFailure error={error} onRetry={refetch} />;
  if (!data) return null;
  const mayJoin = user.role !== 'agency-member';
  const isAlone = report.incident === null && data.suggestions.length === 0;

  return (
    <div ref={panel} tabIndex={-1} className={styles.panel}>
      {report.incident && (
        <Members
          report={report}
          incident={report.incident}
          reports={data.reports}
          onLeave={mayJoin ? leave : null}
        />
      )}
      {data.suggestions.length > 0 && (
        <>
          <p className={styles.soft}>{t('incident.suggestions')}</p>
          <ul className={styles.list} aria-label={t('incident.suggestions')}>
            {data.suggestions.map(({ report: other, reasons }) => (
              <OtherReport key={other.id} report={other} why={reasons.map(reasonText).join(' · ')}>
                {mayJoin && (
                  <>
                    <Button size="compact-xs" variant="light" onClick={() => join(other.id)}>
                      {t('incident.join')}
                    </Button>
                    <Button size="compact-xs" variant="subtle" onClick={() => refuse(other)}>
                      {t('incident.refuse')}
                    </Button>
                  </>
                )}
              </OtherReport>
            ))}
          </ul>
        </>
      )}
      {isAlone && <p className={styles.soft}>{t('incident.none')}</p>}
      {mayJoin && <JoinByCode onJoin={joinByCode} />}
    </div>
  );
}

/** Reports like this one whose class a person has decided. */
export function ConfirmedExamples({ reportId }: { reportId: string }) {
  const { t } = useTranslation();
  const { data } = useIncident(reportId);
  if (!data || data.examples.length === 0) return null;
  return (
    <>
      <p className={styles.soft}>{t('incident.examples')}</p>
      <ul className={styles.list} aria-label={t('incident.examples')}>
        {data.examples.map((example) => (
          <OtherReport key={example.id} report={example} />
        ))}
      </ul>
    </>
  );
}
