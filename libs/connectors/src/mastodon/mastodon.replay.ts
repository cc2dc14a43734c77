import { recordedBodies, type RecordedFile, type ReplayStep } from '@app/connector-kit';
import { z } from 'zod';
import { deletionEvent, mentionEvent, statusEvent } from './mastodon.events.js';
import { mastodonNotificationSchema } from './mastodon.payload.js';

const statusSchema = z.looseObject({
  id: z.string().min(1),
  content: z.string(),
  account: z.looseObject({}),
});
/** An event of the streaming API; `payload` is JSON in a text, or an id. */
const streamedSchema = z.looseObject({ event: z.string(), payload: z.string().optional() });

/** Statuses, notifications, pages of both, and events of the streaming API, as fetching would have stored them. */
export function replayMastodon(file: RecordedFile): readonly ReplayStep[] {
  return recordedBodies(file)
    .flatMap((body): unknown[] => (Array.isArray(body) ? body : [body]))
    .map(stepOf);
}

function stepOf(body: unknown): ReplayStep {
  if (mastodonNotificationSchema.safeParse(body).success) {
    return { by: 'ledger', events: [mentionEvent(body)] };
  }
  const status = statusSchema.safeParse(body).data;
  if (status) return { by: 'ledger', events: [statusEvent(status)] };
  const streamed = streamedSchema.safeParse(body).data;
  if (streamed?.event === 'delete' && streamed.payload) {
    return { by: 'ledger', events: [deletionEvent(streamed.payload)] };
  }
  if (streamed?.payload?.startsWith('{')) return stepOf(JSON.parse(streamed.payload));
  return { by: 'nobody', reason: 'Neither a status nor a notification, nor a deletion of one' };
}
