import type { Taxonomy } from '@app/api-contract';
import { Button, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { taxonomyKey } from '../api/query-keys.js';
import { useLanguage } from '../locales/use-language.js';

/** Begins again from a set that ships; nothing is stored until the page is saved. */
export function SetChoice({ onChoose }: { onChoose: (set: Taxonomy) => void }) {
  const { t } = useTranslation();
  const [language] = useLanguage();
  const [code, setCode] = useState('');
  const { data: sets } = useQuery({
    queryKey: [...taxonomyKey, 'sets'],
    queryFn: ({ signal }) => callApi('listTaxonomySets', { signal }),
  });
  const chosen = sets?.find((set) => set.code === code) ?? sets?.[0];
  return (
    <Group align="end" gap="xs" my="sm">
      <NativeSelect
        label={t('taxonomy.set')}
        value={chosen?.code ?? ''}
        onChange={(event) => setCode(event.currentTarget.value)}
        data={(sets ?? []).map((set) => ({ value: set.code, label: set.name[language] }))}
      />
      <Button variant="default" disabled={!chosen} onClick={() => chosen && onChoose({ ...chosen })}>
        {t('taxonomy.useSet')}
      </Button>
    </Group>
  );
}
