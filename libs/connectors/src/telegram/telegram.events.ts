import type { ParsedEvent } from '@app/connector-kit';
import { z } from 'zod';

/** core.telegram.org/bots/api#getting-updates: what nobody takes is kept for 24 hours. */
export const TELEGRAM_KEEPS_MS = 24 * 3_600_000;

/** Updates that we ask Telegram for. Reactions come only when asked for, and in groups only to admins. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'message_reaction',
  'callback_query',
  'my_chat_member',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
] as const;

const updateIdSchema = z.looseObject({ update_id: z.int().min(0) });
const withId = z.looseObject({ id: z.int() });
const deletedSchema = z.looseObject({
  deleted_business_messages: z.looseObject({ message_ids: z.array(z.int()).min(1) }),
});
const placedSchema = z.looseObject({
  chat: withId.optional().catch(undefined),
  message: z.looseObject({ chat: withId }).optional().catch(undefined),
  from: withId.optional().catch(undefined),
  user: withId.optional().catch(undefined),
});

/**
 * One Update object as events: one each, but an update that tells of several deleted messages is as many. Anything
 * without an `update_id` is kept as bytes with a reason.
 */
export function toParsedEvents(item: unknown): ParsedEvent[] {
  const update = updateIdSchema.safeParse(item);
  if (!update.success) {
    const bytes = Buffer.from(JSON.stringify(item) ?? '');
    return [unreadable(bytes, 'Not a Telegram update: no usable update_id')];
  }
  const { update_id: updateId } = update.data;
  const event = (externalId: string, payload: unknown): ParsedEvent => ({
    status: 'readable',
    kind: 'update',
    externalId,
    conversationKey: conversationKey(update.data),
    payload,
  });
  const deleted = deletedSchema.safeParse(item).data?.deleted_business_messages;
  if (!deleted) return [event(String(updateId), item)];
  return deleted.message_ids.map((id) =>
    event(`${updateId}/${id}`, {
      update_id: updateId,
      deleted_business_messages: { ...deleted, message_ids: [id] },
    }),
  );
}

/** The update's number; undefined when it is not an update. */
export function updateIdOf(item: unknown): number | undefined {
  return updateIdSchema.safeParse(item).data?.update_id;
}

export function unreadable(bytes: Buffer, reason: string): ParsedEvent {
  return { status: 'unreadable', bytes, reason };
}

/** The chat's id where there is one: topics share it, so that a group's move comes in order with its messages. */
function conversationKey({ update_id: updateId, ...content }: z.infer<typeof updateIdSchema>): string {
  for (const part of Object.values(content)) {
    const { chat, message, from, user } = placedSchema.safeParse(part).data ?? {};
    const id = chat?.id ?? message?.chat.id ?? from?.id ?? user?.id;
    if (id !== undefined) return String(id);
  }
  return `update-${updateId}`;
}
