import type { Connection, QuarantinedEvent } from '@app/api-contract';
import { Button, Drawer, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { quarantinesKey } from '../api/query-keys.js';
import { LoadFailure } from '../layout/load-failure.js';
import { useFocusBack } from '../layout/use-focus-back.js';
import styles from './connections.module.css';
import { SetAsideItem } from './set-aside-item.js';

type State = QuarantinedEvent['state'];

interface Props {
  connection: Connection;
  canReplay: boolean;
  onClose: () => void;
}

/** What did not become a message, with the reason, newest first. */
export function QuarantineDrawer({ connection: { id, name }, canReplay, onClose }: Props) {
  const { t } = useTranslation();
  useFocusBack();
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
        <SetAsideItem key={event.id} event={event} canReplay={canReplay && !isIgnored} />
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
