import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BlankState } from '../layout/blank-state.js';
import { LoadFailure } from '../layout/load-failure.js';
import { Waiting } from '../layout/waiting.js';
import type { EntryChoice } from './entry-tools.js';
import styles from './vocabulary.module.css';

interface Props {
  label: string;
  list: {
    readonly isPending: boolean;
    readonly isSuccess: boolean;
    readonly error: Error | null;
    readonly refetch: () => unknown;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
  choice: EntryChoice;
  /** What to say where there is nothing at all. */
  empty: { readonly title: string; readonly text: string };
  children: ReactNode[];
}

/** The tenant's own entries, further ones on demand. */
export function EntryList({ label, list, choice, empty, children }: Props) {
  const { t } = useTranslation();
  const isNarrowed = choice.search !== '' || choice.isRetired;
  return (
    <>
      {list.error && <LoadFailure error={list.error} onRetry={list.refetch} />}
      {list.isPending && <Waiting />}
      {list.isSuccess && children.length === 0 && (
        <BlankState
          icon="pencil"
          title={isNarrowed ? t('vocabulary.noMatch') : empty.title}
          text={isNarrowed ? undefined : empty.text}
        />
      )}
      <ul className={styles.list} aria-label={label}>
        {children}
      </ul>
      {list.hasNextPage && (
        <Button
          variant="default"
          mb="md"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('app.more')}
        </Button>
      )}
    </>
  );
}
