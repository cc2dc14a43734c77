import type { OutlineShape } from '@app/api-contract';
import { useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';
import { outlineKey, regionMapKey } from '../api/query-keys.js';

/** What maps are drawn with, and the region's districts. */
export function useRegionMap() {
  return useQuery({
    queryKey: regionMapKey,
    queryFn: ({ signal }) => callApi('getMap', { signal }),
    staleTime: 5 * 60_000,
  });
}

/** The shapes of the districts; undefined until they are here, and where there are none. */
export function useOutline(): readonly OutlineShape[] | undefined {
  const version = useRegionMap().data?.outline?.version;
  const { data } = useQuery({
    enabled: version !== undefined,
    queryKey: outlineKey(version ?? ''),
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ version: version ?? '' });
      const shapes: unknown = await callApi('getOutline', { query, signal });
      return shapes as readonly OutlineShape[];
    },
    staleTime: Infinity,
  });
  return data;
}
