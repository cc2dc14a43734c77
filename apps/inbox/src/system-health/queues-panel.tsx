import type { SystemHealth } from '@app/api-contract';
import { Button, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { systemHealthKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';
import styles from '../layout/panels.module.css';
import { Section, WideTable } from '../layout/section.js';
import { Time } from '../locales/time.js';
import { useNumbers } from '../locales/use-numbers.js';
import { useNames } from './use-names.js';

type Queue = NonNullable<SystemHealth['queues']>[number];

/** What waits for a worker and what failed, queue by queue. */
export function QueuesPanel({ queues }: Pick<SystemHealth, 'queues'>) {
  const { t } = useTranslation();
  return (
    <Section title={t('systemHealth.queues')}>
      {queues === null ? (
        <p role="alert">{t('systemHealth.queuesAway')}</p>
      ) : (
        <>
          <WideTable label={t('systemHealth.queues')}>
            <Table aria-label={t('systemHealth.queues')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('systemHealth.queue')}</Table.Th>
                  <Table.Th>{t('systemHealth.waiting')}</Table.Th>
                  <Table.Th>{t('systemHealth.oldest')}</Table.Th>
                  <Table.Th>{t('systemHealth.active')}</Table.Th>
                  <Table.Th>{t('systemHealth.delayed')}</Table.Th>
                  <Table.Th>{t('systemHealth.failed')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {queues.map((queue) => (
                  <QueueRow key={queue.name} queue={queue} />
                ))}
              </Table.Tbody>
            </Table>
          </WideTable>
          {queues.map((queue) => queue.failures.length > 0 && <Failures key={queue.name} queue={queue} />)}
        </>
      )}
      <p className={styles.quiet}>{t('systemHealth.queuesNote')}</p>
    </Section>
  );
}

function QueueRow({ queue: { name, waiting, oldestWaitingAt, active, delayed, failed } }: { queue: Queue }) {
  const { t } = useTranslation();
  const { whole } = useNumbers();
  const { queueName } = useNames();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const retry = useMutation({
    mutationFn: () => callApi('retryFailedJobs', { params: { name } }),
    onSuccess: ({ retried }) =>
      notifications.show({ message: t('systemHealth.retried', { count: retried }) }),
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: systemHealthKey }),
  });
  return (
    <Table.Tr>
      <Table.Th scope="row">{queueName(name)}</Table.Th>
      <Table.Td>{whole(waiting)}</Table.Td>
      <Table.Td>{oldestWaitingAt === null ? t('systemHealth.none') : <Time at={oldestWaitingAt} />}</Table.Td>
      <Table.Td>{whole(active)}</Table.Td>
      <Table.Td>{whole(delayed)}</Table.Td>
      <Table.Td>
        {whole(failed)}{' '}
        {failed > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('systemHealth.retryQueue', { name: queueName(name) })}
            loading={retry.isPending}
            onClick={() => retry.mutate()}
          >
            {t('systemHealth.retry')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Failures({ queue: { name, failures } }: { queue: Queue }) {
  const { t } = useTranslation();
  const { queueName } = useNames();
  return (
    <details>
      <summary>
        {t('systemHealth.failures')}: {queueName(name)}
      </summary>
      <ul className={styles.list}>
        {failures.map(({ id, job, reason, failedAt }) => (
          <li key={id} className={styles.quiet}>
            {failedAt !== null && <Time at={failedAt} style="short" />} {job}: {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
