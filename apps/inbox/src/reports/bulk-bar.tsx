import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../keyboard/use-keys.js';
import styles from './bulk.module.css';
import { BulkDialog } from './bulk-dialog.js';
import type { ReportFilter } from './report-filter.js';
import type { Selection } from './use-selection.js';

interface Props {
  selection: Selection;
  filter: ReportFilter;
  onStarted: (jobId: string) => void;
}

/** How many are chosen, and what can be done with them. */
export function BulkBar({ selection, filter, onStarted }: Props) {
  const { t } = useTranslation();
  const [isOpen, dialog] = useDisclosure();
  const { ids, isAll, isActive } = selection;
  const hasSome = isAll || ids.size > 0;
  useKeys(useMemo(() => ({ b: () => hasSome && dialog.open() }), [hasSome, dialog]));
  if (!isActive) return null;
  return (
    <div className={styles.bar} role="group" aria-label={t('bulk.label')}>
      <span role="status">{isAll ? t('bulk.all') : t('bulk.count', { count: ids.size })}</span>
      {!isAll && (
        <Button size="compact-sm" variant="subtle" onClick={selection.takeAll}>
          {t('bulk.takeAll')}
        </Button>
      )}
      <Button size="compact-sm" disabled={!hasSome} aria-keyshortcuts="b" onClick={dialog.open}>
        {t('bulk.act')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={selection.clear}>
        {t('app.cancel')}
      </Button>
      {isOpen && (
        <BulkDialog
          which={isAll ? { filter } : { ids: [...ids] }}
          onClose={dialog.close}
          onStarted={(jobId) => {
            dialog.close();
            selection.clear();
            onStarted(jobId);
          }}
        />
      )}
    </div>
  );
}
