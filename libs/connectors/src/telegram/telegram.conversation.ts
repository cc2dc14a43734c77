import type { InboundConversation } from '@app/report-model';
import type { TelegramChat, TelegramMessage } from './telegram.payload.js';

/** What tells the conversation of a message. */
type TelegramPlace = Pick<
  TelegramMessage,
  'chat' | 'is_topic_message' | 'message_thread_id' | 'direct_messages_topic' | 'business_connection_id'
>;

/** Where an answer has to go, read back from a conversation's external id. */
export interface TelegramAddress {
  readonly chatId: string;
  readonly threadId?: number;
  /** A citizen's own thread in the direct messages of a channel. */
  readonly directMessagesTopicId?: number;
  /** The business account in whose chats the bot writes. */
  readonly businessConnectionId?: string;
}

/**
 * `<chat>`, `<chat>/<topic>` in a forum, `<chat>/dm<topic>` in a channel's direct messages, `<chat>/biz<connection>`
 * in a chat of a business account that the bot serves. A `message_thread_id`
 * without `is_topic_message` is only a chain of replies in an ordinary group and makes no conversation of its own.
 */
export function conversationOf(message: TelegramPlace): InboundConversation {
  const { chat, business_connection_id: business } = message;
  if (business !== undefined) return { externalId: businessChat(chat.id, business), kind: 'private' };
  const ownThread = chat.is_direct_messages ? message.direct_messages_topic?.topic_id : undefined;
  const topic = message.is_topic_message ? message.message_thread_id : undefined;
  const suffix = ownThread !== undefined ? `/dm${ownThread}` : topic !== undefined ? `/${topic}` : '';
  return {
    externalId: `${chat.id}${suffix}`,
    kind: ownThread !== undefined ? 'private' : conversationKind(chat),
    ...(chat.title ? { title: chat.title } : {}),
  };
}

/** Reads an external id of {@link conversationOf}; undefined when it is none. */
export function addressOf(conversationExternalId: string): TelegramAddress | undefined {
  const business = /^(-?\d+)\/biz([\w-]+)$/.exec(conversationExternalId);
  if (business?.[1] && business[2]) return { chatId: business[1], businessConnectionId: business[2] };
  const parts = /^(-?\d+)(?:\/(dm)?(\d+))?$/.exec(conversationExternalId);
  if (!parts?.[1]) return undefined;
  const thread = parts[3] === undefined ? undefined : Number(parts[3]);
  if (thread === undefined) return { chatId: parts[1] };
  return { chatId: parts[1], ...(parts[2] ? { directMessagesTopicId: thread } : { threadId: thread }) };
}

/**
 * Message ids count per chat, so alone they are not unique; the chats of a business account count apart from those of
 * the bot with the same people.
 */
export function messageExternalId(
  chatId: number | string,
  messageId: number,
  businessConnectionId?: string,
): string {
  const chat = businessConnectionId === undefined ? chatId : businessChat(chatId, businessConnectionId);
  return `${chat}:${messageId}`;
}

/** The message's own number, from an id of {@link messageExternalId} in this chat. */
export function messageNumber(externalId: string, chatId: string): number | undefined {
  const parts = /^(-?\d+)(?:\/biz[\w-]+)?:(\d+)$/.exec(externalId);
  return parts?.[1] === chatId ? Number(parts[2]) : undefined;
}

/** Public groups and channels have addresses that open for anyone; the others have none worth showing. */
export function permalinkOf(chat: TelegramChat, messageId: number, threadId?: number): string | undefined {
  if (!chat.username || chat.type === 'private') return undefined;
  const thread = threadId === undefined ? '' : `/${threadId}`;
  return `https://t.me/${encodeURIComponent(chat.username)}${thread}/${messageId}`;
}

function businessChat(chatId: number | string, businessConnectionId: string): string {
  return `${chatId}/biz${businessConnectionId}`;
}

function conversationKind({ type }: TelegramChat): InboundConversation['kind'] {
  if (type === 'private') return 'private';
  return type === 'channel' ? 'public' : 'group';
}
