import type { ReportDetail } from '@app/api-contract';
import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { callApi } from '../api/call-api.js';
import { LoadFailure } from '../layout/load-failure.js';
import { useSession } from '../session/use-session.js';
import { AnswerAllDialog } from './answer-all-dialog.js';
import styles from './incidents.module.css';
import { OtherReport } from './other-report.js';
import { useIncident, useIncidentChange } from './use-incident.js';
import { useIncidentReason } from './use-incident-reason.js';

const UNDO_MS = 8_000;

/** What this report was joined with, and what may be about the same thing. */
export function IncidentPanel({ report }: { report: ReportDetail }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const reasonText = useIncidentReason();
  const { data, error, refetch } = useIncident(report.id);
  const change = useIncidentChange();
  const [isAnswering, answering] = useDisclosure();
  if (error) return <LoadFailure error={error} onRetry={refetch} />;
  if (!data) return null;
  const mayJoin = user.role !== 'agency-member';
  const others = data.reports.filter(({ id }) => id !== report.id);
  const params = { id: report.id };

  const join = (otherId: string) =>
    change.mutate(async () => {
      const { joinId } = await callApi('joinIncident', { params, body: { otherId } });
      const id = `join-${joinId}`;
      const undo = () => {
        notifications.hide(id);
        change.mutate(() => callApi('undoIncidentJoin', { params: { id: joinId } }));
      };
      notifications.show({
        id,
        autoClose: UNDO_MS,
        message: (
          <Group justify="space-between" gap="sm" wrap="nowrap">
            {t('incident.joined')}
            <Button size="compact-sm" variant="light" onClick={undo}>
              {t('app.undo')}
            </Button>
          </Group>
        ),
      });
    });

  return (
    <>
      {others.length > 0 && report.incident && (
        <>
          <p className={styles.soft}>{t('incident.size', { count: data.reports.length })}</p>
          <ul className={styles.list} aria-label={t('incident.members')}>
            {others.map((other) => (
              <OtherReport key={other.id} report={other} />
            ))}
          </ul>
          <div className={styles.buttons}>
            <Button size="compact-sm" onClick={answering.open}>
              {t('incident.answerAll')}
            </Button>
            <Button
              component={Link}
              size="compact-sm"
              variant="default"
              to={{ pathname: '/', search: `incidentId=${report.incident.id}` }}
            >
              {t('incident.showList')}
            </Button>
            {mayJoin && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => change.mutate(() => callApi('leaveIncident', { params }))}
              >
                {t('incident.leave')}
              </Button>
            )}
          </div>
          {isAnswering && <AnswerAllDialog incidentId={report.incident.id} onClose={answering.close} />}
        </>
      )}
      {data.suggestions.length > 0 && <p className={styles.soft}>{t('incident.suggestions')}</p>}
      <ul className={styles.list} aria-label={t('incident.suggestions')}>
        {data.suggestions.map(({ report: other, reasons }) => (
          <OtherReport key={other.id} report={other} why={reasons.map(reasonText).join(' · ')}>
            {mayJoin && (
              <>
                <Button size="compact-xs" variant="light" onClick={() => join(other.id)}>
                  {t('incident.join')}
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() =>
                    change.mutate(() => callApi('refuseIncident', { params, body: { otherId: other.id } }))
                  }
                >
                  {t('incident.refuse')}
                </Button>
              </>
            )}
          </OtherReport>
        ))}
      </ul>
      {others.length === 0 && data.suggestions.length === 0 && (
        <p className={styles.soft}>{t('incident.none')}</p>
      )}
    </>
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
