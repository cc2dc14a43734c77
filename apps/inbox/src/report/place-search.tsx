import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAreaSearch } from '../place-names/use-area-search.js';

/** Any area, from province to village, by its name. */
export function PlaceSearch({ onChoose }: { onChoose: (areaCode: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const { found, nothingFound, choiceOf } = useAreaSearch(typed);
  const isTyped = typed.trim() !== '';
  return (
    <Select
      label={t('facts.searchPlace')}
      placeholder={t('facts.searchPlaceHelp')}
      data={isTyped ? found.map(choiceOf) : []}
      // The server has looked for them.
      filter={({ options }) => options}
      value={null}
      onChange={(code) => {
        if (code === null) return;
        // What is chosen stands above.
        setTyped('');
        onChoose(code);
      }}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={isTyped ? nothingFound : t('placeNames.typeMore')}
      rightSection={null}
    />
  );
}
