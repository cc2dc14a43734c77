import { contentId, type ParsedEvent } from '@app/connector-kit';
import { contentSchema, deliverySchema } from './tiktok.payload.js';

/** A delivery is one event. */
export function deliveredEvent(rawBody: Buffer): ParsedEvent {
  const delivery = deliverySchema.safeParse(jsonOf(rawBody.toString('utf8')));
  if (!delivery.success) return unreadable(rawBody, 'Not a delivery of TikTok');
  const { event: kind, user_openid: businessId, content } = delivery.data;
  const read = contentSchema.safeParse(jsonOf(content));
  if (!read.success) return unreadable(rawBody, 'A delivery of TikTok whose content is no JSON');
  return filed(kind, businessId, read.data);
}

/** @param content of the event; a message is named by its id, everything else by what it says */
export function filed(
  kind: string,
  businessId: string,
  content: Readonly<Record<string, unknown>>,
): ParsedEvent {
  const { message_id: messageId, conversation_id: conversation } = contentSchema.parse(content);
  return {
    status: 'readable',
    kind,
    externalId: messageId ?? contentId(JSON.stringify([businessId, content])),
    conversationKey: conversation ?? businessId,
    payload: { businessId, content },
  };
}

function unreadable(bytes: Buffer, reason: string): ParsedEvent {
  return { status: 'unreadable', bytes, reason };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
