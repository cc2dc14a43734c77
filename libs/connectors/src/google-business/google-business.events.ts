import type { ParsedEvent } from '@app/connector-kit';
import { filedReviewSchema } from './google-business.payload.js';

/** A review in its present version, and the office's reply where somebody wrote one in Google's own pages. */
export function reviewEvents(review: unknown): ParsedEvent[] {
  const filed = filedReviewSchema.safeParse(review);
  if (!filed.success) {
    const bytes = Buffer.from(JSON.stringify(review) ?? '');
    return [{ status: 'unreadable', bytes, reason: 'A review of Google that could not be told apart' }];
  }
  const { name, updateTime, reviewReply } = filed.data;
  const event = (kind: string, externalId: string): ParsedEvent => ({
    status: 'readable',
    kind,
    externalId,
    conversationKey: name,
    payload: { review },
  });
  return [
    event('review', `${name}@${updateTime}`),
    ...(reviewReply ? [event('reply', replyId(name, reviewReply.updateTime))] : []),
  ];
}

/** A review has one reply, which a later one replaces: each version is another answer of ours. */
export function replyId(review: string, updateTime: string): string {
  return `${review}/reply@${updateTime}`;
}
