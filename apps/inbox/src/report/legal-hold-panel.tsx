import type { ReportDetail } from '@app/api-contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Time } from '../locales/time.js';
import { useSession } from '../session/use-session.js';
import styles from './details.module.css';
import { LegalHoldDialog } from './legal-hold-dialog.js';
import { ReleaseHoldDialog } from './release-hold-dialog.js';
import type { ReportChange } from './use-report-change.js';

type Hold = ReportDetail['legalHolds'][number];

/** Why nothing of this report may be erased, and the way to say so. */
export function LegalHoldPanel({ report, change }: { report: ReportDetail; change: ReportChange }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const [isPlacing, setPlacing] = useState(false);
  const [releasing, setReleasing] = useState<Hold | null>(null);
  const { legalHolds } = report;
  const isWhole = legalHolds.some(({ scope }) => scope === 'report') && report.incident === null;
  return (
    <>
      {legalHolds.length === 0 && <p className={styles.soft}>{t('legalHold.none')}</p>}
      {legalHolds.map((hold) => (
        <div key={hold.id}>
          <p className={styles.plain}>
            {t(`legalHold.scopes.${hold.scope}`)}: {hold.reason}
          </p>
          <p className={styles.soft}>
            {hold.placedBy ?? t('timeline.actor.token')}, <Time at={hold.placedAt} style="short" />
          </p>
          {user.role === 'admin' && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('legalHold.releaseWhat', { reason: hold.reason })}
              onClick={() => setReleasing(hold)}
            >
              {t('legalHold.release')}
            </Button>
          )}
        </div>
      ))}
      {user.role !== 'agency-member' && !isWhole && (
        <div className={styles.buttons}>
          <Button size="compact-sm" variant="default" onClick={() => setPlacing(true)}>
            {t('legalHold.place')}
          </Button>
        </div>
      )}
      {isPlacing && <LegalHoldDialog report={report} change={change} onClose={() => setPlacing(false)} />}
      {releasing && (
        <ReleaseHoldDialog reportId={report.id} hold={releasing} onClose={() => setReleasing(null)} />
      )}
    </>
  );
}
