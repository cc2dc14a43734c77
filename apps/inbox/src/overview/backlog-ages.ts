import { BACKLOG_DAYS } from '@app/api-contract';
import { daysBefore } from './period.js';

/** Names of the ages that the server tells apart, youngest first. */
export const BACKLOG_AGES = ['upTo1', 'upTo3', 'upTo7', 'upTo30', 'older'] as const;

/** Days of receipt of what has the age at `index`, as parameters of the list. */
export function receiptOf(index: number, today: string): string {
  const [youngest, oldest] = [BACKLOG_DAYS[index - 1] ?? 0, BACKLOG_DAYS[index]];
  return new URLSearchParams({
    ...(oldest !== undefined && { from: daysBefore(today, oldest - 1) }),
    to: daysBefore(today, youngest),
  }).toString();
}
