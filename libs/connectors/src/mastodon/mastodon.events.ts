import type { ParsedEvent } from '@app/connector-kit';
import { mastodonNotificationSchema } from './mastodon.payload.js';

/** A mention as an event, under the id of its status: repeated pages are known by it. */
export function mentionEvent(notification: unknown): ParsedEvent {
  const filed = mastodonNotificationSchema.safeParse(notification);
  if (!filed.success) {
    return {
      status: 'unreadable',
      bytes: Buffer.from(JSON.stringify(notification) ?? ''),
      reason: 'A notification of Mastodon without a status that could be read',
    };
  }
  return statusEvent(filed.data.status);
}

/** A status in its present version. */
export function statusEvent(
  status: Readonly<Record<string, unknown>> & { readonly id: string },
): ParsedEvent {
  const { edited_at: editedAt, in_reply_to_id: answered } = status;
  return {
    status: 'readable',
    kind: 'status',
    externalId: typeof editedAt === 'string' ? `${status.id}@${editedAt}` : status.id,
    conversationKey: typeof answered === 'string' ? answered : status.id,
    payload: { status },
  };
}

export function deletionEvent(statusId: string): ParsedEvent {
  return {
    status: 'readable',
    kind: 'deletion',
    externalId: statusId,
    conversationKey: statusId,
    payload: { statusId },
  };
}
