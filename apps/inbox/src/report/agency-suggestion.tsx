import type { Facts, ReportDetail } from '@app/api-contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useSession } from '../session/use-session.js';
import styles from './details.module.css';
import { Fact } from './fact.js';
import marks from './facts.module.css';
import { StatusDialog } from './status-dialog.js';
import type { ReportChange } from './use-report-change.js';
import { useUndo } from './use-undo.js';

interface Props {
  report: ReportDetail;
  facts: Facts;
  change: ReportChange;
}

/** Who should act: one press sends the report there, or marks it as another body's matter. */
export function AgencySuggestion({ report, facts: { agency }, change }: Props) {
  const { t } = useTranslation();
  const { user } = useSession();
  const offerUndo = useUndo(report.id);
  if (!agency.isOurs) return <NotOurs report={report} agency={agency} change={change} />;
  const { id } = agency;
  const canSend = user.role !== 'agency-member' && id !== null && report.agency?.id !== id;
  const send = (agencyId: string) =>
    change.mutate(
      {
        send: ({ version }) => callApi('dispose', { params: { id: report.id }, body: { agencyId, version } }),
      },
      { onSuccess: () => offerUndo(t('report.disposed', { agency: agency.shortName })) },
    );
  return (
    <>
      <dl className={styles.facts}>
        <Fact name={t('facts.suggestedAgency')}>{agency.name}</Fact>
      </dl>
      {canSend && (
        <div className={styles.buttons}>
          <Button size="compact-sm" variant="default" onClick={() => send(id)}>
            {t('facts.sendTo', { agency: agency.shortName })}
          </Button>
        </div>
      )}
      {id === null && <p className={styles.soft}>{t('facts.agencyMissing')}</p>}
    </>
  );
}

function NotOurs({
  report,
  agency,
  change,
}: {
  report: ReportDetail;
  agency: Facts['agency'];
  change: ReportChange;
}) {
  const { t } = useTranslation();
  const [isMarking, setMarking] = useState(false);
  return (
    <div className={marks.warn}>
      <p className={marks.head}>{t('facts.notOurs')}</p>
      <p>{t('facts.addressee', { name: agency.name })}</p>
      {agency.contact !== null && <p>{t('facts.contact', { contact: agency.contact })}</p>}
      {report.allowedStatuses.includes('not-our-authority') && (
        <Button size="compact-sm" variant="default" onClick={() => setMarking(true)}>
          {t('facts.markNotOurs')}
        </Button>
      )}
      {isMarking && (
        <StatusDialog
          to="not-our-authority"
          name={t('move.not-our-authority')}
          report={report}
          change={change}
          onClose={() => setMarking(false)}
        />
      )}
    </div>
  );
}
