import type { SystemHealth } from '@app/api-contract';
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../layout/load-failure.js';
import { PageFrame } from '../layout/page-frame.js';
import styles from '../layout/panels.module.css';
import { Waiting } from '../layout/waiting.js';
import { LedgerPanel } from './ledger-panel.js';
import { ProcessesPanel } from './processes-panel.js';
import { QuarantinePanel } from './quarantine-panel.js';
import { QueuesPanel } from './queues-panel.js';
import { StoragePanel } from './storage-panel.js';
import { SweepsPanel } from './sweeps-panel.js';
import { useSystemHealth } from './use-system-health.js';
import { useTroubles } from './use-troubles.js';

/** Whether everything runs; what waits, what failed, and how much room is left. */
export default function SystemHealthPage() {
  const { t } = useTranslation();
  const { data: health, isError, isPending, error, refetch } = useSystemHealth();
  return (
    <PageFrame title={t('systemHealth.title')} lead={t('systemHealth.lead')}>
      {isError && <LoadFailure error={error} onRetry={refetch} />}
      {isPending && <Waiting />}
      {health && (
        <div className={styles.page}>
          <Troubles health={health} />
          <div className={styles.columns}>
            <LedgerPanel ledger={health.ledger} />
            <StoragePanel storage={health.storage} />
          </div>
          <ProcessesPanel processes={health.processes} />
          <QueuesPanel queues={health.queues} />
          <QuarantinePanel />
          <SweepsPanel sweeps={health.sweeps} />
        </div>
      )}
    </PageFrame>
  );
}

function Troubles({ health }: { health: SystemHealth }) {
  const { t } = useTranslation();
  const troubles = useTroubles(health);
  if (troubles.length === 0) return <Alert color="laut">{t('systemHealth.well')}</Alert>;
  return (
    <Alert color="red" role="alert" title={t('systemHealth.troubles')}>
      <ul className={styles.list}>
        {troubles.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Alert>
  );
}
