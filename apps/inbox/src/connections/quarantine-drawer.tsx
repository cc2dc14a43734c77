import type { Connection, QuarantinedEvent } from '@app/api-contract';
import { Button, Drawer, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { connectionsKey, quarantinesKey } from '../api/query-keys.js';
import { useProblemText } from '../api/use-problem-text.js';
import { LoadFailure } from '../layout/load-failure.js';
import { Time } from '../locales/time.js';
import styles from './connections.module.css';

type State = QuarantinedEvent['state'];

interface Props {
  connection: Connection;
  canReplay: boolean;
  onClose: () => void;
}

/** What did not become a message, with the reason, newest first. */
export function QuarantineDrawer({ connection: { id, name }, canReplay, onClose }: Props) {
  const { t } = useTranslation();
  const [state, setState] = useState<State>('quarantined');
  const pages = useInfiniteQuery({
    queryKey: [...quarantinesKey, id, state],
    queryFn: ({ signal, pageParam }) =>
      callApi('listQuarantine', {
        params: { id },
        query: new URLSearchParams({ state, ...(pageParam !== null && { cursor: pageParam }) }),
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const events = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const isIgnored = state === 'ignored';
  return (
    <Drawer opened position="right" size="lg" onClose={onClose} title={t('quarantine.title', { name })}>
      <SegmentedControl
        fullWidth
        value={state}
        onChange={(value) => setState(value as State)}
        data={[
          { value: 'quarantined', label: t('quarantine.quarantined') },
          { value: 'ignored', label: t('quarantine.ignored') },
        ]}
      />
      <p className={styles.quiet}>{t(isIgnored ? 'quarantine.leadIgnored' : 'quarantine.lead')}</p>
      {pages.isError && <LoadFailure error={pages.error} onRetry={pages.refetch} />}
      {pages.isSuccess && events.length === 0 && (
        <p>{t(isIgnored ? 'quarantine.emptyIgnored' : 'quarantine.empty')}</p>
      )}
      {events.map((event) => (
        <SetAside key={event.id} event={event} canReplay={canReplay && !isIgnored} />
      ))}
      {pages.hasNextPage && (
        <Button
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('app.more')}
        </Button>
      )}
    </Drawer>
  );
}

function SetAside({ event, canReplay }: { event: QuarantinedEvent; canReplay: boolean }) {
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
