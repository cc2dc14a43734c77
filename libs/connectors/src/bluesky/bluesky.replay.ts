import { recordedBodies, type RecordedFile, type ReplayStep } from '@app/connector-kit';
import { z } from 'zod';
import { notificationEvent } from './bluesky.events.js';

const pageSchema = z.looseObject({ notifications: z.array(z.unknown()) });
const notificationSchema = z.looseObject({ uri: z.string() });

/** Pages of `listNotifications`, and single notifications. */
export function replayBluesky(file: RecordedFile): readonly ReplayStep[] {
  return recordedBodies(file).map((body): ReplayStep => {
    const page = pageSchema.safeParse(body).data;
    if (page) return { by: 'ledger', events: page.notifications.map(notificationEvent) };
    if (notificationSchema.safeParse(body).success) {
      return { by: 'ledger', events: [notificationEvent(body)] };
    }
    return { by: 'nobody', reason: 'Neither a notification nor a page of them' };
  });
}
