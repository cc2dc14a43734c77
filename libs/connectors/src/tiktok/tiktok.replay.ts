import { bytesOf, recordedBodies, type RecordedFile, type ReplayStep } from '@app/connector-kit';
import { deliverySchema } from './tiktok.payload.js';

/** Deliveries as they are; the content of one alone is put into its envelope again. */
export function replayTiktok(file: RecordedFile): readonly ReplayStep[] {
  return recordedBodies(file).map((body): ReplayStep => {
    if (deliverySchema.safeParse(body).success) return { by: 'webhook', body: bytesOf(body) };
    const { message_id: id, to_user: business } = (body ?? {}) as {
      message_id?: unknown;
      to_user?: { id?: unknown };
    };
    if (id === undefined || business?.id === undefined) {
      return { by: 'nobody', reason: 'Neither a delivery nor the content of one' };
    }
    const delivery = { event: 'im_receive_msg', user_openid: business.id, content: JSON.stringify(body) };
    return { by: 'webhook', body: bytesOf(delivery) };
  });
}
