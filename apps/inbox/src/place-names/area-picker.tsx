import type { Area } from '@app/api-contract';
import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAreaSearch } from './use-area-search.js';

const MOST_AREAS = 10;

/** Areas by their name; what they lie in tells those of one name apart. */
export function AreaPicker({
  areas,
  onChange,
}: {
  areas: readonly Area[];
  onChange: (areas: Area[]) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const { found, nothingFound, choiceOf } = useAreaSearch(typed);
  const known = new Map([...areas, ...found].map((area) => [area.code, area]));
  return (
    <MultiSelect
      label={t('placeNames.areas')}
      description={t('placeNames.areasHelp')}
      data={[...known.values()].map(choiceOf)}
      // The server has looked for them.
      filter={({ options }) => options}
      value={areas.map(({ code }) => code)}
      onChange={(codes) => onChange(codes.flatMap((code) => known.get(code) ?? []))}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      maxValues={MOST_AREAS}
      hidePickedOptions
      nothingFoundMessage={nothingFound}
    />
  );
}
