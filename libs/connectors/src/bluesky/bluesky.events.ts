import type { ParsedEvent } from '@app/connector-kit';
import { filedNotificationSchema } from './bluesky.payload.js';

/** A notification as an event, under the address of its post: repeated pages are known by it. */
export function notificationEvent(item: unknown): ParsedEvent {
  const filed = filedNotificationSchema.safeParse(item);
  if (!filed.success) {
    return {
      status: 'unreadable',
      bytes: Buffer.from(JSON.stringify(item) ?? ''),
      reason: 'A notification of Bluesky without an address that could be read',
    };
  }
  const { uri, record } = filed.data;
  return {
    status: 'readable',
    kind: 'notification',
    externalId: uri,
    conversationKey: record?.reply?.root.uri ?? uri,
    payload: item,
  };
}

export function deletionEvent(uri: string): ParsedEvent {
  return { status: 'readable', kind: 'deletion', externalId: uri, conversationKey: uri, payload: { uri } };
}
