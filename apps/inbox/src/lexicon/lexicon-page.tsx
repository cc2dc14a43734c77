import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { PageFrame } from '../layout/page-frame.js';
import { Section } from '../layout/section.js';
import { EntryFile } from '../vocabulary/entry-file.js';
import { EntryItem } from '../vocabulary/entry-item.js';
import { EntryList } from '../vocabulary/entry-list.js';
import { ALL_ENTRIES, EntryTools } from '../vocabulary/entry-tools.js';
import { ShippedEntries } from '../vocabulary/shipped-entries.js';
import { LexiconDialog, type LexiconStart } from './lexicon-dialog.js';
import { LexiconTrial } from './lexicon-trial.js';
import { useLexicon, useLexiconRefresh } from './use-lexicon.js';

/** Spellings of this region and its offices, on top of the lexicon that ships. */
export default function LexiconPage() {
  const { t } = useTranslation();
  const [choice, setChoice] = useState(ALL_ENTRIES);
  const [edited, setEdited] = useState<LexiconStart | null>(null);
  const list = useLexicon(choice);
  const refresh = useLexiconRefresh();
  const entries = list.data?.pages.flatMap(({ items }) => items) ?? [];
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
        <EntryFile
          href="/api/v1/lexicon/file"
          take={(csv) => callApi('importLexicon', { body: { csv } })}
          onTaken={refresh}
        />
      </EntryTools>
      <EntryList
        label={t('lexicon.title')}
        list={list}
        choice={choice}
        empty={{ title: t('lexicon.empty'), text: t('lexicon.emptyHelp') }}
      >
        {entries.map((entry) => (
          <EntryItem
            key={entry.id}
            name={entry.spelling}
            entry={entry}
            notes={[
              entry.shipped !== null && t('vocabulary.overrides', { meaning: entry.shipped }),
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
      </EntryList>
      {shipped.length > 0 && (
        <ShippedEntries
          title={t('lexicon.shipped')}
          entries={shipped}
          nameOf={({ spelling }) => spelling}
          meaningOf={({ words }) => words}
          isOverridden={({ spelling }) => entries.some((one) => one.spelling === spelling)}
          onOverride={({ spelling, words }) => setEdited({ spelling, shipped: words })}
        />
      )}
      {edited && <LexiconDialog start={edited} onClose={() => setEdited(null)} />}
    </PageFrame>
  );
}
