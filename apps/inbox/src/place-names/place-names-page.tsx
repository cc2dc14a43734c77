import type { Area } from '@app/api-contract';
import { Button, Text } from '@mantine/core';
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
import { PlaceNameDialog, type PlaceNameStart } from './place-name-dialog.js';
import { PlaceTrial } from './place-trial.js';
import { usePlaceNames, usePlaceNamesRefresh } from './use-place-names.js';

/** What people call places, on top of the register and the names that ship. */
export default function PlaceNamesPage() {
  const { t } = useTranslation();
  const [choice, setChoice] = useState(ALL_ENTRIES);
  const [edited, setEdited] = useState<PlaceNameStart | null>(null);
  const list = usePlaceNames(choice);
  const refresh = usePlaceNamesRefresh();
  const entries = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const shipped = list.data?.pages[0]?.shipped ?? [];
  const meaningOf = (areas: readonly Area[]) =>
    areas.length === 0 ? t('placeNames.noPlace') : areas.map(({ path }) => path).join(' · ');
  return (
    <PageFrame
      title={t('placeNames.title')}
      lead={t('placeNames.lead')}
      action={<Button onClick={() => setEdited({})}>{t('placeNames.add')}</Button>}
    >
      <Section title={t('vocabulary.try')}>
        <PlaceTrial draft={null} />
      </Section>
      <EntryTools label={t('placeNames.search')} choice={choice} onChange={setChoice}>
        <EntryFile
          href="/api/v1/place-aliases/file"
          take={(csv) => callApi('importPlaceAliases', { body: { csv } })}
          onTaken={refresh}
        />
      </EntryTools>
      <EntryList
        label={t('placeNames.title')}
        list={list}
        choice={choice}
        empty={{ title: t('placeNames.empty'), text: t('placeNames.emptyHelp') }}
      >
        {entries.map((entry) => (
          <EntryItem
            key={entry.id}
            name={entry.name}
            entry={entry}
            notes={[
              entry.areas.length > 1 && t('placeNames.several', { count: entry.areas.length }),
              entry.shipped !== null && t('vocabulary.overrides', { meaning: meaningOf(entry.shipped) }),
              entry.namesakes > 0 && t('placeNames.namesakes', { count: entry.namesakes }),
            ]}
            onEdit={() => setEdited(entry)}
            retire={async (isRetired) => {
              await callApi('changePlaceAlias', { params: { id: entry.id }, body: { isRetired } });
              await refresh();
            }}
          >
            {meaningOf(entry.areas)}
          </EntryItem>
        ))}
      </EntryList>
      {shipped.length > 0 && (
        <ShippedEntries
          title={t('placeNames.shipped')}
          entries={shipped}
          nameOf={({ name }) => name}
          meaningOf={({ areas }) => meaningOf(areas)}
          isOverridden={({ name }) => entries.some((one) => one.name.toLowerCase() === name.toLowerCase())}
          onOverride={setEdited}
        />
      )}
      <Text size="xs" c="dimmed" mt="md">
        {t('taxonomy.areaData')}
      </Text>
      {edited && <PlaceNameDialog start={edited} onClose={() => setEdited(null)} />}
    </PageFrame>
  );
}
