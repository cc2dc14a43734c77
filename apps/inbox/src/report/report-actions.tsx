import type { ReportDetail } from '@app/api-contract';
import type { ReportStatus } from '@app/report-model';
import { Button, Group, Menu } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { useKeys } from '../keyboard/use-keys.js';
import { Icon } from '../layout/icon.js';
import { useSession } from '../session/use-session.js';
import { DispositionDialog } from './disposition-dialog.js';
import { SnoozeMenu } from './snooze-menu.js';
import { StatusDialog } from './status-dialog.js';
import type { ReportChange } from './use-report-change.js';
import { useUndo } from './use-undo.js';

const FINISHED: readonly ReportStatus[] = ['closed', 'archived', 'not-our-authority'];

/** The next step in the open, the others in a menu. */
export function ReportActions({ report, change }: { report: ReportDetail; change: ReportChange }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const [movingTo, setMovingTo] = useState<ReportStatus | null>(null);
  const [isDisposing, setDisposing] = useState(false);
  const { id, status, allowedStatuses } = report;
  const { mutate } = change;
  const offerUndo = useUndo(id);
  const mayDispose = user.role !== 'agency-member';
  const mayVerify = status === 'new' && allowedStatuses.includes('verified');
  const mayFinish = allowedStatuses.includes('closed');
  const others = allowedStatuses.filter((one) => !(mayVerify && one === 'verified'));
  const nameOf = (to: ReportStatus) =>
    t(`move.${to === 'in-progress' && FINISHED.includes(status) ? 'reopen' : to}`);

  const keys = useMemo(() => {
    const verify = () =>
      mutate(
        {
          send: ({ version }) =>
            callApi('changeStatus', { params: { id }, body: { status: 'verified', version } }),
        },
        { onSuccess: () => offerUndo(t('report.statusChanged', { status: t('status.verified') })) },
      );
    return {
      v: () => {
        if (mayVerify) verify();
      },
      e: () => {
        if (mayFinish) setMovingTo('closed');
      },
      d: () => {
        if (mayDispose) setDisposing(true);
      },
    };
  }, [id, mayVerify, mayFinish, mayDispose, mutate, offerUndo, t]);
  useKeys(keys);

  return (
    <Group gap="xs" role="group" aria-label={t('report.actions')}>
      {mayVerify && (
        <Button size="xs" leftSection={<Icon name="check" />} aria-keyshortcuts="v" onClick={keys.v}>
          {t('move.verified')}
        </Button>
      )}
      {mayDispose && (
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="forward" />}
          aria-keyshortcuts="d"
          onClick={() => setDisposing(true)}
        >
          {t(report.agency === null ? 'report.dispose' : 'report.disposeAgain')}
        </Button>
      )}
      {others.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button size="xs" variant="default" rightSection={<Icon name="down" size={14} />}>
              {t('report.otherStatus')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((to) => (
              <Menu.Item key={to} onClick={() => setMovingTo(to)}>
                {nameOf(to)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <SnoozeMenu report={report} change={change} />
      {movingTo !== null && (
        <StatusDialog
          to={movingTo}
          name={nameOf(movingTo)}
          report={report}
          change={change}
          onClose={() => setMovingTo(null)}
        />
      )}
      {isDisposing && (
        <DispositionDialog report={report} change={change} onClose={() => setDisposing(false)} />
      )}
    </Group>
  );
}
