import { contentId, type ParsedEvent } from '@app/connector-kit';
import { z } from 'zod';
import { accountActivityEvents } from './x.account-activity-events.js';
import { messageEvent, usersById } from './x.message-events.js';
import { pageEvents } from './x.page-events.js';
import { xPageSchema } from './x.payload.js';

const envelopeSchema = z.looseObject({
  event_type: z.string().min(1),
  event_uuid: z.union([z.string().min(1), z.number()]).optional(),
  filter: z.looseObject({ user_id: z.string().optional() }).optional().catch(undefined),
  payload: z.looseObject({}),
  includes: xPageSchema.shape.includes.catch(undefined),
});
type Activity = z.infer<typeof envelopeSchema>;

/** Events that bring a post; one post may come by several of them, and by a pull as well. */
const POST_EVENTS = new Set(['post.create', 'post.mention.create', 'post.reply.create', 'post.quote.create']);

/** A delivery of the X Activity API (`data`) or of the older Account Activity API (`for_user_id`) as its events. */
export function webhookEvents(rawBody: Buffer): ParsedEvent[] {
  let body: unknown;
  try {
    body = JSON.parse(rawBody.toString('utf8'));
  } catch {
    return [unreadable(rawBody, 'The body is not JSON')];
  }
  if (typeof body !== 'object' || body === null) return [unreadable(rawBody, 'Not a delivery of X')];
  if ('data' in body) {
    const items: unknown[] = Array.isArray(body.data) ? body.data : [body.data];
    return items.flatMap(activityEvents);
  }
  const events = accountActivityEvents(body as Record<string, unknown>);
  return events.length > 0 ? events : [unreadable(rawBody, 'A delivery of X without anything in it')];
}

function activityEvents(item: unknown): ParsedEvent[] {
  const parsed = envelopeSchema.safeParse(item);
  if (!parsed.success) {
    return [unreadable(Buffer.from(JSON.stringify(item) ?? ''), 'An activity of X without type or content')];
  }
  const activity = parsed.data;
  const ourUserId = activity.filter?.user_id ?? '';
  if (POST_EVENTS.has(activity.event_type) && Object.keys(activity.payload).length > 0) {
    return pageEvents({ data: [activity.payload], includes: activity.includes }, ourUserId);
  }
  if (activity.event_type === 'post.delete') return [deletionEvent(activity) ?? otherEvent(activity)];
  const messages = activity.payload['direct_message_events'];
  if (Array.isArray(messages) && messages.length > 0) {
    const users = usersById(activity.payload['users']);
    return messages.map((message) => messageEvent(message, users, [], ourUserId));
  }
  return [otherEvent(activity)];
}

function deletionEvent({ payload }: Activity): ParsedEvent | undefined {
  const id = z.string().safeParse(payload['id']).data;
  if (id === undefined) return undefined;
  return {
    status: 'readable',
    kind: 'deletion',
    externalId: id,
    conversationKey: id,
    payload: { postId: id },
  };
}

/** Ids of activities are strings, and may be negative. */
function otherEvent(activity: Activity): ParsedEvent {
  const id = String(activity.event_uuid ?? contentId(JSON.stringify(activity)));
  const conversation = z.string().safeParse(activity.payload['conversation_id']).data;
  return {
    status: 'readable',
    kind: 'activity',
    externalId: id,
    conversationKey: conversation ? `chat/${conversation}` : `activity/${id}`,
    payload: { type: activity.event_type, content: activity.payload, ourUserId: activity.filter?.user_id },
  };
}

export function unreadable(bytes: Buffer, reason: string): ParsedEvent {
  return { status: 'unreadable', bytes, reason };
}
