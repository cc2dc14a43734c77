import type { ReplyPrice } from '@app/api-contract';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api.js';

const PAUSE_MS = 400;

/** What the text would cost, asked for when typing pauses; null: nothing to tell. */
export function useReplyPrice(reportId: string, text: string, isPriced: boolean): ReplyPrice | null {
  const [settled] = useDebouncedValue(text.trim(), PAUSE_MS);
  const { data } = useQuery({
    queryKey: ['reply-price', reportId, settled],
    queryFn: ({ signal }) =>
      callApi('priceReply', { params: { id: reportId }, body: { text: settled }, signal }),
    enabled: isPriced && settled !== '',
    placeholderData: keepPreviousData,
  });
  return isPriced && settled !== '' ? (data ?? null) : null;
}
