import type { SystemHealth } from '@app/api-contract';
import { useTranslation } from 'react-i18next';
import { useInstants } from '../locales/use-instants.js';
import { useNow } from '../locales/use-now.js';
import { useNumbers } from '../locales/use-numbers.js';
import { useNames } from './use-names.js';

/** Events are handled within seconds; an older one stands still. */
const LATE_MS = 60_000;
const LITTLE_BYTES = 2_000_000_000;
const LITTLE_SHARE = 0.05;

/** What an admin has to see to, in words, the worst first. */
export function useTroubles({ processes, queues, ledger, sweeps, storage }: SystemHealth): string[] {
  const { t } = useTranslation();
  const now = useNow();
  const { bytes } = useNumbers();
  const { absolute } = useInstants();
  const { sweepName } = useNames();
  const failed = queues?.reduce((sum, queue) => sum + queue.failed, 0) ?? 0;
  const hasWorker = processes.some(({ kind, isAlive }) => kind === 'worker' && isAlive);
  const isLate = ledger.oldestAt !== null && now - Date.parse(ledger.oldestAt) > LATE_MS;
  const { freeBytes, diskBytes } = storage;
  const isFull = freeBytes < LITTLE_BYTES || freeBytes < diskBytes * LITTLE_SHARE;
  return [
    !hasWorker && t('systemHealth.trouble.noWorker'),
    isFull && t('systemHealth.trouble.disk', { free: bytes(freeBytes) }),
    isLate && t('systemHealth.trouble.ledgerLate', { since: absolute(ledger.oldestAt ?? '') }),
    ledger.spooled > 0 && t('systemHealth.trouble.spooled', { count: ledger.spooled }),
    queues === null && t('systemHealth.trouble.queuesAway'),
    failed > 0 && t('systemHealth.trouble.failedJobs', { count: failed }),
    ...sweeps
      .filter(({ state }) => state !== 'ok')
      .map(({ name, state }) =>
        t('systemHealth.trouble.sweep', {
          name: sweepName(name),
          state: t(`systemHealth.states.${state}`).toLowerCase(),
        }),
      ),
  ].filter((text) => text !== false);
}
