import { ConnectorError, type RawEvent } from '@app/connector-kit';
import type { NormalisedEvent } from '@app/report-model';
import { z } from 'zod';
import { chatAuthor, userAuthor } from './telegram.author.js';
import { BLOCKED, REMOVED } from './telegram.closed.js';
import { readCallback } from './telegram.choices.js';
import { messageExternalId } from './telegram.conversation.js';
import { SILENT_UPDATE_KINDS } from './telegram.known-members.js';
import { readEdit, readMessage } from './telegram.message.js';
import {
  businessConnectionSchema,
  callbackSchema,
  deletedMessagesSchema,
  memberChangeSchema,
  messageSchema,
  reactionSchema,
} from './telegram.payload.js';

/** What to make of each kind of update that says something. */
const READERS: Readonly<
  Record<string, (content: unknown, kind: string, receivedAt: Date) => NormalisedEvent>
> = {
  message: (content, kind) => readMessage(read(messageSchema, content, kind)),
  channel_post: (content, kind) => readMessage(read(messageSchema, content, kind)),
  edited_message: (content, kind) => readEdit(read(messageSchema, content, kind)),
  edited_channel_post: (content, kind) => readEdit(read(messageSchema, content, kind)),
  business_message: (content, kind) => readMessage(read(messageSchema, content, kind)),
  edited_business_message: (content, kind) => readEdit(read(messageSchema, content, kind)),
  deleted_business_messages: (content, kind, receivedAt) =>
    readDeletion(read(deletedMessagesSchema, content, kind), receivedAt),
  business_connection: (content, kind) =>
    readBusinessConnection(read(businessConnectionSchema, content, kind)),
  message_reaction: (content, kind) => readReaction(read(reactionSchema, content, kind)),
  callback_query: (content, kind, receivedAt) =>
    readCallback(read(callbackSchema, content, kind), receivedAt),
  my_chat_member: (content, kind, receivedAt) =>
    readMemberChange(read(memberChangeSchema, content, kind), receivedAt),
};

/** See `Connector.normalise`; the payload is one Update object of the Bot API. */
export function normaliseTelegramUpdate(event: RawEvent): NormalisedEvent {
  const update = read(z.looseObject({}), event.payload, 'update');
  const kinds = Object.keys(update).filter((member) => member !== 'update_id');
  for (const kind of kinds) {
    const reader = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
    if (reader) return reader(update[kind], kind, event.receivedAt);
    if (SILENT_UPDATE_KINDS.has(kind))
      return { kind: 'ignored', reason: `update ${kind} holds no message for us` };
  }
  if (kinds.length > 0 && !kinds.some((kind) => concernsPeople(update[kind]))) {
    return { kind: 'ignored', reason: `update ${kinds.slice(0, 3).join(', ')} is new and concerns nobody` };
  }
  throw new ConnectorError(
    'payload-unrecognised',
    kinds.length > 0 ? `Unknown kind of update: ${kinds.slice(0, 3).join(', ')}` : 'Update without content',
  );
}

/** A kind that Telegram has added since: with a chat, a person or words in it, a person must see it. */
function concernsPeople(content: unknown): boolean {
  if (typeof content !== 'object' || content === null) return true;
  return ['chat', 'from', 'user', 'message', 'text', 'sender_chat'].some((member) => member in content);
}

/** Telegram gives no time. */
function readDeletion(
  { business_connection_id: business, chat, message_ids: [id] }: z.infer<typeof deletedMessagesSchema>,
  receivedAt: Date,
): NormalisedEvent {
  return {
    kind: 'deletion',
    messageExternalId: messageExternalId(chat.id, id, business),
    deletedAt: receivedAt.toISOString(),
  };
}

function readBusinessConnection(connection: z.infer<typeof businessConnectionSchema>): NormalisedEvent {
  const change = connection.is_enabled ? 'lets the bot serve its chats' : 'took its chats away from the bot';
  return { kind: 'ignored', reason: `a business account ${change}` };
}

function readReaction(reaction: z.infer<typeof reactionSchema>): NormalisedEvent {
  const { user, actor_chat: actor, chat } = reaction;
  return {
    kind: 'reaction',
    messageExternalId: messageExternalId(chat.id, reaction.message_id),
    author: user ? userAuthor(user) : { ...chatAuthor(actor ?? chat), isAnonymous: true },
    emoji: reaction.new_reaction.map(emojiOf).join(''),
  };
}

/** Custom emoji are pictures known by number only; a paid reaction is a star. */
function emojiOf({ type, emoji }: { type: string; emoji?: string | undefined }): string {
  if (emoji) return emoji;
  return type === 'paid' ? '⭐' : '❓';
}

/** Whether the bot may still write in a chat. Telegram tells the bot of its own standing only. */
function readMemberChange(
  { chat, new_chat_member: member, date }: z.infer<typeof memberChangeSchema>,
  receivedAt: Date,
): NormalisedEvent {
  const isOut = member.status === 'kicked' || member.status === 'left';
  return {
    kind: 'reachability',
    conversationExternalId: String(chat.id),
    closed: isOut ? (chat.type === 'private' ? BLOCKED : REMOVED) : null,
    at: (date === undefined ? receivedAt : new Date(date * 1000)).toISOString(),
  };
}

/** Names the member that is wrong, never its value: reasons are shown and logged. */
function read<Schema extends z.ZodType>(schema: Schema, content: unknown, kind: string): z.infer<Schema> {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const where = result.error.issues.slice(0, 3).map((issue) => [kind, ...issue.path].join('.'));
  throw new ConnectorError('payload-unrecognised', `Cannot read ${where.join(', ')}`);
}
