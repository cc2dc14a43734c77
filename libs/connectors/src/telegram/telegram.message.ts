import { ConnectorError } from '@app/connector-kit';
import type { InboundMessage, NormalisedEvent } from '@app/report-model';
import { attachmentsOf, locationOf } from './telegram.attachments.js';
import { authorOf, isWrittenByBot } from './telegram.author.js';
import { conversationOf, messageExternalId, permalinkOf } from './telegram.conversation.js';
import { CONTEXT_MEMBERS, SERVICE_MEMBERS } from './telegram.known-members.js';
import type { TelegramMessage } from './telegram.payload.js';

/** Reads a new message: words of a person, a note of the platform, or a group that moved. */
export function readMessage(message: TelegramMessage): NormalisedEvent {
  return (
    groupMove(message) ??
    nonMessage(message) ??
    opening(message) ?? {
      kind: 'message',
      message: toInboundMessage(message),
    }
  );
}

/** Reads a message as it stands after an edit. */
export function readEdit(edited: TelegramMessage): NormalisedEvent {
  const skipped = nonMessage(edited);
  if (skipped) return skipped;
  const message = toInboundMessage(edited);
  return {
    kind: 'edit',
    messageExternalId: message.externalId,
    editedAt: isoTime(edited.edit_date ?? edited.date),
    text: message.text,
    attachments: message.attachments,
    message,
  };
}

/** Both the old and the new group tell of the move. */
function groupMove({ chat, migrate_to_chat_id: to, migrate_from_chat_id: from }: TelegramMessage) {
  const moved = (fromId: number, toId: number): NormalisedEvent => ({
    kind: 'conversation-moved',
    fromExternalId: String(fromId),
    toExternalId: String(toId),
  });
  if (to !== undefined) return moved(chat.id, to);
  if (from !== undefined) return moved(from, chat.id);
  return undefined;
}

function nonMessage(message: TelegramMessage): NormalisedEvent | undefined {
  const service = SERVICE_MEMBERS.find((member) => member in message);
  if (service) return ignored(`service message ${service}`);
  if (message.is_automatic_forward) return ignored('copy of a channel post, forwarded by Telegram');
  if (isWrittenByBot(message)) return ignored('message of a bot');
  if (hasContent(message)) return undefined;
  const unknown = Object.keys(message).filter((member) => !CONTEXT_MEMBERS.has(member));
  if (unknown.length === 0) return ignored('message without content');
  // Perhaps a kind of message that Telegram has added since: a person must see that something was sent.
  throw new ConnectorError(
    'payload-unrecognised',
    `Unknown message content: ${unknown.slice(0, 5).join(', ')}`,
  );
}

/** Telegram sends `/start` for the citizen when a chat is opened. Whatever follows it may be their words. */
function opening({ chat, text }: TelegramMessage): NormalisedEvent | undefined {
  const isOpening = chat.type === 'private' && /^\/start(@\w+)?$/.test(text?.trim() ?? '');
  return isOpening ? ignored('command /start') : undefined;
}

function hasContent(message: TelegramMessage): boolean {
  if (message.text !== undefined || message.caption !== undefined) return true;
  return locationOf(message) !== undefined || attachmentsOf(message).length > 0;
}

function toInboundMessage(message: TelegramMessage): InboundMessage {
  const { chat, media_group_id: albumId, business_connection_id: business } = message;
  const replyTo = answeredMessage(message);
  const topic = message.is_topic_message ? message.message_thread_id : undefined;
  const location = locationOf(message);
  const permalink = permalinkOf(chat, message.message_id, topic);
  return {
    externalId: messageExternalId(chat.id, message.message_id, business),
    conversation: conversationOf(message),
    author: authorOf(message),
    sentAt: isoTime(message.date),
    text: message.text ?? message.caption ?? '',
    ...(replyTo ? { replyToExternalId: replyTo } : {}),
    ...(albumId ? { albumId } : {}),
    attachments: attachmentsOf(message),
    ...(location ? { location } : {}),
    ...(permalink ? { permalink } : {}),
  };
}

/** The message that this one answers; a comment on a channel's post answers the post, not its copy in the group. */
function answeredMessage(message: TelegramMessage): string | undefined {
  const { chat, reply_to_message: answered, business_connection_id: business } = message;
  // Everything in a topic "answers" the note that opened it.
  if (answered === undefined || answered.forum_topic_created !== undefined) return undefined;
  const { chat: channel, message_id: postId } = answered.forward_origin ?? {};
  if (answered.is_automatic_forward && channel && postId !== undefined) {
    return messageExternalId(channel.id, postId);
  }
  return messageExternalId(chat.id, answered.message_id, business);
}

function ignored(reason: string): NormalisedEvent {
  return { kind: 'ignored', reason };
}

function isoTime(unixSeconds: number): string {
  return new Date(unixSeconds * 1000).toISOString();
}
