import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { callApi } from '../api/call-api.js';
import { channelsKey } from '../api/query-keys.js';
import { useLanguage } from '../locales/use-language.js';

/** The channels of this installation, and their names; an unknown code is its own name. */
export function useChannels() {
  const [language] = useLanguage();
  const { data } = useQuery({
    queryKey: channelsKey,
    queryFn: ({ signal }) => callApi('listChannels', { signal }),
    staleTime: Infinity,
  });
  const nameOf = useCallback(
    (code: string) => data?.find((channel) => channel.code === code)?.displayName[language] ?? code,
    [data, language],
  );
  return { channels: data ?? [], nameOf };
}
