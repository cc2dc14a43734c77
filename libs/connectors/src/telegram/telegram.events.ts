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
  'my_chat_member',
] as const;

const updateIdSchema = z.looseObject({ update_id: z.int().min(0) });
const withId = z.looseObject({ id: z.int() });
const placedSchema = z.looseObject({
  chat: withId.optional().catch(undefined),
  message: z.looseObject({ chat: withId }).optional().catch(undefined),
  from: withId.optional().catch(undefined),
  user: withId.optional().catch(undefined),
});

/** One Update object as an event; anything without an `update_id` is kept as bytes with a reason. */
export function toParsedEvent(item: unknown): ParsedEvent {
  const update = updateIdSchema.safeParse(item);
  if (!update.success) {
    return unreadable(Buffer.from(JSON.stringify(item) ?? ''), 'Not a Telegram update: no usable update_id');
  }
  return {
    status: 'readable',
    kind: 'update',
    externalId: String(update.data.update_id),
    conversationKey: conversationKey(update.data),
    payload: item,
  };
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
