import type { ReportDetail, ReportSummary } from '@app/api-contract';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AnswerAllDialog } from './answer-all-dialog.js';
import styles from './incidents.module.css';
import { OtherReport } from './other-report.js';

interface Props {
  report: ReportDetail;
  incident: NonNullable<ReportDetail['incident']>;
  /** Those of the incident that the person may see, this one among them. */
  reports: readonly ReportSummary[];
  /** Hears of another report that stays; null: may not take the report out. */
  onLeave: ((otherId: string) => void) | null;
}

/** The reports of an incident, and what can be done with all of them. */
export function Members({ report, incident, reports, onLeave }: Props) {
  const { t } = useTranslation();
  const [isAnswering, answering] = useDisclosure();
  const others = reports.filter(({ id }) => id !== report.id);
  const [first] = others;
  const elsewhere = Math.max(0, incident.size - reports.length);
  return (
    <>
      <p className={styles.soft}>
        {t('incident.size', { count: incident.size })}
        {elsewhere > 0 && ` · ${t('incident.elsewhere', { count: elsewhere })}`}
      </p>
      {first && (
        <ul className={styles.list} aria-label={t('incident.members')}>
          {others.map((other) => (
            <OtherReport key={other.id} report={other} />
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        {first && (
          <Button size="compact-sm" onClick={answering.open}>
            {t('incident.answerAll')}
          </Button>
        )}
        <Button
          component={Link}
          size="compact-sm"
          variant="default"
          to={{ pathname: '/', search: `incidentId=${incident.id}` }}
        >
          {t('incident.showList')}
        </Button>
        {onLeave && first && (
          <Button size="compact-sm" variant="default" onClick={() => onLeave(first.id)}>
            {t('incident.leave')}
          </Button>
        )}
      </div>
      {isAnswering && <AnswerAllDialog incidentId={incident.id} onClose={answering.close} />}
    </>
  );
}
