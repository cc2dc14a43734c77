import type { Area } from '@app/api-contract';
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { areaSearchKey } from '../api/query-keys.js';

const PAUSE_MS = 200;
const SHORTEST = 2;
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
  const [settled] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const found = useQuery({
    queryKey: [...areaSearchKey, settled],
    queryFn: ({ signal }) =>
      callApi('searchAreas', { query: new URLSearchParams({ search: settled }), signal }),
    enabled: settled.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
  const known = new Map([...areas, ...(found.data ?? [])].map((area) => [area.code, area]));
  return (
    <MultiSelect
      label={t('placeNames.areas')}
      description={t('placeNames.areasHelp')}
      data={[...known.values()].map(({ code, level, path }) => ({
        value: code,
        label: t('placeNames.area', { level: t(`placeNames.level.${level}`), path }),
      }))}
      // The server has looked for them.
      filter={({ options }) => options}
      value={areas.map(({ code }) => code)}
      onChange={(codes) => onChange(codes.flatMap((code) => known.get(code) ?? []))}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      maxValues={MOST_AREAS}
      hidePickedOptions
      nothingFoundMessage={t(settled.length < SHORTEST ? 'placeNames.typeMore' : 'vocabulary.noMatch')}
    />
  );
}
