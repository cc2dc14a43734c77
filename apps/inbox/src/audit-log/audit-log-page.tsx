import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { auditLogKey } from '../api/query-keys.js';
import { useProblemText } from '../api/use-problem-text.js';
import { useDownload } from '../exports/use-download.js';
import { BlankState } from '../layout/blank-state.js';
import { Icon } from '../layout/icon.js';
import { LoadFailure } from '../layout/load-failure.js';
import { PageFrame } from '../layout/page-frame.js';
import styles from '../layout/panels.module.css';
import { Waiting } from '../layout/waiting.js';
import { useLanguage } from '../locales/use-language.js';
import { askedOf, NO_FILTER } from './audit-filter.js';
import { AuditFilters } from './audit-filters.js';
import { AuditItem } from './audit-item.js';

const TYPING_MS = 300;

/** Who did what, when and to which thing. */
export default function AuditLogPage() {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const problemText = useProblemText();
  const [filter, setFilter] = useState(NO_FILTER);
  const [settled] = useDebouncedValue(filter, TYPING_MS);
  const download = useDownload();
  const list = useInfiniteQuery({
    queryKey: [...auditLogKey, settled],
    queryFn: ({ pageParam, signal }) =>
      callApi('searchAuditLog', {
        query: new URLSearchParams({ ...askedOf(settled), ...(pageParam !== null && { cursor: pageParam }) }),
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <PageFrame
      title={t('audit.title')}
      lead={t('audit.lead')}
      action={
        <Button
          variant="default"
          leftSection={<Icon name="download" size={16} />}
          loading={download.isRunning}
          onClick={() => void download.start('exportAuditLog', { ...askedOf(settled), language })}
        >
          {t('audit.export')}
        </Button>
      }
    >
      <AuditFilters filter={filter} onChange={setFilter} />
      {download.error !== null && <p role="alert">{problemText(download.error)}</p>}
      {list.isError && <LoadFailure error={list.error} onRetry={list.refetch} />}
      {list.isPending && <Waiting />}
      {list.isSuccess && items.length === 0 && (
        <BlankState icon="rows" title={t('audit.empty')} text={t('audit.emptyText')} />
      )}
      {items.length > 0 && (
        <div className={`${styles.page} ${styles.panel}`}>
          <ul className={styles.list} aria-label={t('audit.list')}>
            {items.map((entry) => (
              <AuditItem key={entry.id} entry={entry} />
            ))}
          </ul>
        </div>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="sm"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('app.more')}
        </Button>
      )}
    </PageFrame>
  );
}
