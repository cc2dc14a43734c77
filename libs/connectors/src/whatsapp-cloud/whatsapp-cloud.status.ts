import type { RawEvent } from '@app/connector-kit';
import type { DeliveryStatus, NormalisedEvent } from '@app/report-model';
import { unrecognised } from './whatsapp-cloud.content.js';
import { failureReason } from './whatsapp-cloud.errors.js';
import { statusSchema } from './whatsapp-cloud.payload.js';

const STATUSES: Readonly<Record<string, DeliveryStatus>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  /** A voice message that was listened to. */
  played: 'read',
  failed: 'failed',
};

/** What became of a message of ours. Statuses come in any order; the host lets a later one win. */
export function normaliseStatus(item: unknown, event: RawEvent): NormalisedEvent {
  const read = statusSchema.safeParse(item).data;
  if (!read) throw unrecognised('a status');
  if (read.type === 'call') return { kind: 'ignored', reason: 'a call: Wadah takes none' };
  if (read.status === 'deleted') return { kind: 'ignored', reason: 'a message of ours was taken back' };
  const status = STATUSES[read.status];
  if (!status) throw unrecognised(`the status "${read.status}"`);
  const at = new Date((read.timestamp ?? NaN) * 1000);
  return {
    kind: 'delivery-update',
    replyExternalId: read.id,
    ...(read.biz_opaque_callback_data ? { idempotencyKey: read.biz_opaque_callback_data } : {}),
    status,
    at: (Number.isNaN(at.getTime()) ? event.receivedAt : at).toISOString(),
    ...(status === 'failed' ? { reason: failureReason(read.errors?.[0]) } : {}),
  };
}
