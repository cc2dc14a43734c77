import type { ReportDetail } from '@app/api-contract';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useSession } from '../session/use-session.js';
import styles from './details.module.css';
import { Fact } from './fact.js';
import type { ReportChange } from './use-report-change.js';

/** Which agency and which person have the report; anyone can take it or let it go. */
export function HandlingPanel({ report, change }: { report: ReportDetail; change: ReportChange }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const isMine = report.assignee?.id === user.id;
  const assign = (userId: string | null) =>
    change.mutate({
      send: ({ version }) => callApi('assign', { params: { id: report.id }, body: { userId, version } }),
    });
  return (
    <>
      <dl className={styles.facts}>
        <Fact name={t('report.agency')}>{report.agency?.shortName ?? t('report.noAgency')}</Fact>
        <Fact name={t('report.assignee')}>
          {report.assignee === null
            ? t('report.nobody')
            : isMine
              ? `${report.assignee.name} (${t('report.mine')})`
              : report.assignee.name}
        </Fact>
      </dl>
      <div className={styles.buttons}>
        {!isMine && (
          <Button size="compact-sm" variant="default" onClick={() => assign(user.id)}>
            {t('report.assignToMe')}
          </Button>
        )}
        {report.assignee !== null && (
          <Button size="compact-sm" variant="default" onClick={() => assign(null)}>
            {t('report.release')}
          </Button>
        )}
      </div>
    </>
  );
}
