import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { BlankState } from '../layout/blank-state.js';
import { LoadFailure } from '../layout/load-failure.js';
import { PageFrame } from '../layout/page-frame.js';
import { Section } from '../layout/section.js';
import { Waiting } from '../layout/waiting.js';
import { EntryItem } from '../vocabulary/entry-item.js';
import { ALL_ENTRIES, EntryTools } from '../vocabulary/entry-tools.js';
import styles from '../vocabulary/vocabulary.module.css';
import { LexiconDialog, type LexiconStart } from './lexicon-dialog.js';
import { LexiconFile } from './lexicon-file.js';
import { LexiconTrial } from './lexicon-trial.js';
import { ShippedEntries } from './shipped-entries.js';
import { useLexicon, useLexiconRefresh } from './use-lexicon.js';

/** Spellings of this region and its offices, on top of the lexicon that ships. */
export default function LexiconPage() {
  const { t } = useTranslation();
  const [choice, setChoice] = useState(ALL_ENTRIES);
  const [edited, setEdited] = useState<LexiconStart | null>(null);
  const list = useLexicon(choice);
  const refresh = useLexiconRefresh();
  const entries = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const isAll = choice.search === '' && !choice.isRetired;
  const shipped = list.data?.pages[0]?.shipped ?? [];
  return (
    <PageFrame
      title={t('lexicon.title')}
      lead={t('lexicon.lead')}
      action={<Button onClick={() => setEdited({})}>{t('lexicon.add')}</Button>}
    >
      <Section title={t('vocabulary.try')}>
        <LexiconTrial draft={null} />
      </Section>
      <EntryTools label={t('lexicon.search')} choice={choice} onChange={setChoice}>
        <LexiconFile />
      </EntryTools>
      {list.isError && <LoadFailure error={list.error} onRetry={list.refetch} />}
      {list.isPending && <Waiting />}
      {list.isSuccess && entries.length === 0 && (
        <BlankState
          icon="pencil"
          title={t(isAll ? 'lexicon.empty' : 'vocabulary.noMatch')}
          text={isAll ? t('lexicon.emptyHelp') : undefined}
        />
      )}
      <ul className={styles.list} aria-label={t('lexicon.title')}>
        {entries.map((entry) => (
          <EntryItem
            key={entry.id}
            name={entry.spelling}
            entry={entry}
            notes={[
              entry.shipped !== null && t('lexicon.overrides', { words: entry.shipped }),
              !entry.isRetired && entry.reads === null && t('lexicon.noEffect'),
              !entry.isRetired &&
                entry.reads !== null &&
                entry.reads !== entry.words &&
                t('lexicon.reads', { words: entry.reads }),
            ]}
            onEdit={() => setEdited(entry)}
            retire={async (isRetired) => {
              await callApi('changeLexiconEntry', { params: { id: entry.id }, body: { isRetired } });
              await refresh();
            }}
          >
            {entry.words === entry.spelling ? t('lexicon.asWritten') : entry.words}
          </EntryItem>
        ))}
      </ul>
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
      {shipped.length > 0 && <ShippedEntries entries={shipped} own={entries} onOverride={setEdited} />}
      {edited && <LexiconDialog start={edited} onClose={() => setEdited(null)} />}
    </PageFrame>
  );
}
