import type { InboundAuthor } from '@app/report-model';
import type { TelegramChat, TelegramMessage, TelegramUser } from './telegram.payload.js';

/** Stand-ins that Telegram names as senders where the true one is hidden or is a channel. */
const GROUP_ANONYMOUS_BOT = 1_087_968_824;
const CHANNEL_BOT = 136_817_688;

/** Whether a bot wrote this. The stand-ins are bots by name only. */
export function isWrittenByBot({ from }: TelegramMessage): boolean {
  return from?.is_bot === true && from.id !== GROUP_ANONYMOUS_BOT && from.id !== CHANNEL_BOT;
}

/** Who speaks: the user, or the chat in whose name was written (anonymous admin, channel). */
export function authorOf(message: TelegramMessage): InboundAuthor {
  const { sender_chat: senderChat, chat, from } = message;
  if (senderChat)
    return { ...chatAuthor(senderChat), ...(senderChat.id === chat.id && isHidden(chat) ? ANONYMOUS : {}) };
  if (!from) return chatAuthor(chat);
  // In the chats of a business account whoever is not the other person is the account: a colleague, or the bot for it.
  const isOurs = message.business_connection_id !== undefined && from.id !== chat.id;
  const phone = message.contact?.user_id === from.id ? e164(message.contact.phone_number) : undefined;
  return { ...userAuthor(from), ...(phone ? { phone } : {}), ...(isOurs ? { isOurs } : {}) };
}

const ANONYMOUS = { isAnonymous: true } as const;

/** In a group, writing in the group's own name hides the person; a channel's post never had one. */
function isHidden(chat: TelegramChat): boolean {
  return chat.type !== 'channel';
}

export function userAuthor(user: TelegramUser): InboundAuthor {
  const displayName = [user.first_name, user.last_name].filter(Boolean).join(' ');
  return named(user.id, displayName, user.username);
}

/** Chat ids are negative where user ids are positive; a private chat's id is the user's. */
export function chatAuthor(chat: TelegramChat): InboundAuthor {
  const displayName = chat.title ?? [chat.first_name, chat.last_name].filter(Boolean).join(' ');
  return named(chat.id, displayName, chat.username);
}

/** Telegram gives shared numbers with or without the plus sign, always with the country code. */
export function e164(phoneNumber: string): string | undefined {
  const digits = phoneNumber.replace(/[^\d]/g, '');
  return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : undefined;
}

function named(id: number, displayName: string, handle: string | undefined): InboundAuthor {
  return {
    externalId: String(id),
    ...(displayName ? { displayName } : {}),
    ...(handle ? { handle } : {}),
  };
}
