import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { quarantinesKey } from '../api/query-keys.js';
import { SetAsideItem } from '../connections/set-aside-item.js';
import { LoadFailure } from '../layout/load-failure.js';
import styles from '../layout/panels.module.css';
import { Section } from '../layout/section.js';

const REFRESH_MS = 10_000;

/** What no connection's connector could read, newest first. */
export function QuarantinePanel() {
  const { t } = useTranslation();
  const pages = useInfiniteQuery({
    queryKey: [...quarantinesKey, 'all'],
    queryFn: ({ signal, pageParam }) =>
      callApi('listAllQuarantine', {
        query: new URLSearchParams(pageParam === null ? {} : { cursor: pageParam }),
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: REFRESH_MS,
  });
  const events = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section title={t('systemHealth.quarantine')}>
      <p className={styles.quiet}>{t('quarantine.lead')}</p>
      {pages.isError && <LoadFailure error={pages.error} onRetry={pages.refetch} />}
      {pages.isSuccess && events.length === 0 && (
        <p className={styles.quiet}>{t('systemHealth.quarantineEmpty')}</p>
      )}
      {events.map((event) => (
        <SetAsideItem key={event.id} event={event} canReplay connectionName={event.connectionName} />
      ))}
      {pages.hasNextPage && (
        <Button
          variant="default"
          mt="sm"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('app.more')}
        </Button>
      )}
    </Section>
  );
}
