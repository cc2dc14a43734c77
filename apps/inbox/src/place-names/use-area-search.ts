import type { Area } from '@app/api-contract';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../api/call-api.js';
import { areaSearchKey } from '../api/query-keys.js';

const PAUSE_MS = 200;
const SHORTEST = 2;

/** Areas by their name, while it is typed; what they lie in tells those of one name apart. */
export function useAreaSearch(typed: string) {
  const { t } = useTranslation();
  const [settled] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const { data: found = [] } = useQuery({
    queryKey: [...areaSearchKey, settled],
    queryFn: ({ signal }) =>
      callApi('searchAreas', { query: new URLSearchParams({ search: settled }), signal }),
    enabled: settled.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
  return {
    found,
    nothingFound: t(settled.length < SHORTEST ? 'placeNames.typeMore' : 'vocabulary.noMatch'),
    choiceOf: ({ code, level, path }: Area) => ({
      value: code,
      label: t('placeNames.area', { level: t(`placeNames.level.${level}`), path }),
    }),
  };
}
