import { contentId, type ParsedEvent } from '@app/connector-kit';
import { z } from 'zod';
import { messageEvent, usersById } from './x.message-events.js';

const idOf = z.looseObject({ id_str: z.string().regex(/^\d{1,20}$/) });
const conversationOf = z.looseObject({ in_reply_to_status_id_str: z.string().nullish().catch(undefined) });
const deletionSchema = z.looseObject({
  status: z.looseObject({ id: z.string().regex(/^\d{1,20}$/) }),
  timestamp_ms: z.coerce.number().optional().catch(undefined),
});

/** A delivery of the Account Activity API: lists by the name of what happened, for one account. */
export function accountActivityEvents(body: Readonly<Record<string, unknown>>): ParsedEvent[] {
  const ourUserId = z.string().safeParse(body['for_user_id']).data ?? '';
  const users = usersById(body['users']);
  return Object.entries(body).flatMap(([name, content]): ParsedEvent[] => {
    if (name === 'user_event') return [otherEvent(name, content, ourUserId)];
    if (!name.endsWith('_events') || !Array.isArray(content)) return [];
    return content.map((item: unknown) => {
      if (name === 'tweet_create_events') return postEvent(item, ourUserId);
      if (name === 'tweet_delete_events') return deletionEvent(item) ?? otherEvent(name, item, ourUserId);
      if (name === 'direct_message_events') return messageEvent(item, users, [], ourUserId);
      return otherEvent(name, item, ourUserId);
    });
  });
}

function postEvent(item: unknown, ourUserId: string): ParsedEvent {
  const id = idOf.safeParse(item).data?.id_str;
  if (id === undefined) {
    return {
      status: 'unreadable',
      bytes: Buffer.from(JSON.stringify(item) ?? ''),
      reason: 'A post from X without an id that could be read',
    };
  }
  const conversation = conversationOf.safeParse(item).data?.in_reply_to_status_id_str ?? id;
  return {
    status: 'readable',
    kind: 'post',
    externalId: id,
    conversationKey: conversation,
    payload: { legacy: item, ourUserId },
  };
}

function deletionEvent(item: unknown): ParsedEvent | undefined {
  const parsed = deletionSchema.safeParse(item);
  if (!parsed.success) return undefined;
  const { status, timestamp_ms: time } = parsed.data;
  const deletedAt = new Date(time ?? Number.NaN);
  return {
    status: 'readable',
    kind: 'deletion',
    externalId: status.id,
    conversationKey: status.id,
    payload: {
      postId: status.id,
      ...(!Number.isNaN(deletedAt.getTime()) && { deletedAt: deletedAt.toISOString() }),
    },
  };
}

/** These have no id of their own: the same content is the same event. */
function otherEvent(name: string, content: unknown, ourUserId: string): ParsedEvent {
  const id = contentId(JSON.stringify([name, content, ourUserId]));
  return {
    status: 'readable',
    kind: 'activity',
    externalId: id,
    conversationKey: id,
    payload: { type: name, content, ourUserId },
  };
}
