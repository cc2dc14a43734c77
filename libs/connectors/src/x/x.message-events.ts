import type { ParsedEvent } from '@app/connector-kit';
import { z } from 'zod';
import { messageConversation } from './x.conversation.js';
import { isPushed, xMessageEventSchema, xUserSchema, type XMedia, type XUser } from './x.payload.js';

const filedSchema = z.looseObject({ id: z.string().regex(/^\d{1,20}$/) });
const legacyUserSchema = z.looseObject({ screen_name: z.string() });

/** A direct message as an event, whichever shape it has; one that cannot be read is filed under its id all the same. */
export function messageEvent(
  message: unknown,
  users: ReadonlyMap<string, XUser>,
  media: readonly XMedia[],
  ourUserId: string,
): ParsedEvent {
  const filed = filedSchema.safeParse(message);
  if (!filed.success) {
    const bytes = Buffer.from(JSON.stringify(message) ?? '');
    return {
      status: 'unreadable',
      bytes,
      reason: 'A direct message from X without an id that could be read',
    };
  }
  const event = xMessageEventSchema.safeParse({ message, author: null, media: [], ourUserId }).data;
  return {
    status: 'readable',
    kind: 'dm',
    externalId: filed.data.id,
    conversationKey: event ? messageConversation(event).externalId : `dm:${filed.data.id}`,
    payload: { message, author: users.get(senderOf(event) ?? '') ?? null, media, ourUserId },
  };
}

/** Users as the two webhook APIs give them: by id, in an envelope or in the names of API v1.1. */
export function usersById(users: unknown): Map<string, XUser> {
  const entries = z.record(z.string(), z.unknown()).safeParse(users).data ?? {};
  return new Map(
    Object.values(entries).flatMap((given) => {
      const inner = z.looseObject({ data: z.looseObject({}) }).safeParse(given).data?.data ?? given;
      const user = xUserSchema.safeParse(inner).data;
      const username = user?.username ?? legacyUserSchema.safeParse(inner).data?.screen_name;
      return user ? [[user.id, { id: user.id, name: user.name, username }] as const] : [];
    }),
  );
}

function senderOf(event: z.infer<typeof xMessageEventSchema> | undefined): string | undefined {
  if (!event) return undefined;
  const { message } = event;
  return isPushed(message) ? message.message_create.sender_id : message.sender_id;
}
