import type { ReportDetail } from '@app/api-contract';
import { Button } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useKeys } from '../keyboard/use-keys.js';
import { useSession } from '../session/use-session.js';
import styles from './details.module.css';
import { AssigneeSelect } from './assignee-select.js';
import { Fact } from './fact.js';
import type { ReportChange } from './use-report-change.js';
import { useUndo } from './use-undo.js';

/** Which agency and which person have the report; anyone can take it or let it go. */
export function HandlingPanel({ report, change }: { report: ReportDetail; change: ReportChange }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const isMine = report.assignee?.id === user.id;
  const offerUndo = useUndo(report.id);
  const { mutate } = change;
  const assign = useCallback(
    (userId: string | null) =>
      mutate(
        {
          send: ({ version }) => callApi('assign', { params: { id: report.id }, body: { userId, version } }),
        },
        {
          onSuccess: ({ assignee }) =>
            offerUndo(
              assignee === null
                ? t('timeline.unassigned')
                : t('timeline.kind.assigned', { assignee: assignee.name }),
            ),
        },
      ),
    [mutate, report.id, offerUndo, t],
  );
  useKeys(useMemo(() => ({ a: () => assign(isMine ? null : user.id) }), [assign, isMine, user.id]));
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
      {user.role !== 'agency-member' && <AssigneeSelect report={report} onAssign={assign} />}
      <div className={styles.buttons}>
        {!isMine && (
          <Button size="compact-sm" variant="default" aria-keyshortcuts="a" onClick={() => assign(user.id)}>
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
