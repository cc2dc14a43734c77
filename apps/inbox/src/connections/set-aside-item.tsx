import type { QuarantinedEvent } from '@app/api-contract';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { connectionsKey, quarantinesKey } from '../api/query-keys.js';
import { useMutation } from '../api/use-mutation.js';
import { useProblemText } from '../api/use-problem-text.js';
import { Time } from '../locales/time.js';
import styles from './connections.module.css';

interface Props {
  event: QuarantinedEvent;
  canReplay: boolean;
  /** Where events of several connections stand together. */
  connectionName?: string;
}

/** One event that did not become a message, why, what was sent, and the button that tries it again. */
export function SetAsideItem({ event, canReplay, connectionName }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const replay = useMutation({
    mutationFn: () => callApi('replayEvent', { params: { id: event.id } }),
    onSuccess: () => notifications.show({ message: t('quarantine.replayed') }),
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: quarantinesKey });
      void queryClient.invalidateQueries({ queryKey: connectionsKey });
    },
  });
  return (
    <article className={styles.event} aria-label={t('quarantine.number', { id: event.id })}>
      <div className={styles.head}>
        <strong>{t('quarantine.reason', { reason: event.reason })}</strong>
      </div>
      <div className={styles.head}>
        <span className={styles.quiet}>
          {connectionName !== undefined && `${connectionName} · `}
          {t('quarantine.number', { id: event.id })} · {event.kind} ·{' '}
          <Time at={event.receivedAt} style="short" />
        </span>
        {canReplay && event.kind !== 'unreadable' && (
          <Button
            size="compact-sm"
            variant="default"
            loading={replay.isPending}
            onClick={() => replay.mutate()}
          >
            {t('quarantine.replay')}
          </Button>
        )}
      </div>
      <details>
        <summary>{t('quarantine.preview')}</summary>
        <pre>{event.preview}</pre>
      </details>
    </article>
  );
}
