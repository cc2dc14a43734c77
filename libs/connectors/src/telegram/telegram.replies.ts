import { ConnectorError, type OutboundReply, type ReplySender, type SentReply } from '@app/connector-kit';
import { z } from 'zod';
import { askTelegram, type TelegramContext } from './telegram.api.js';
import {
  addressOf,
  messageExternalId,
  messageNumber,
  permalinkOf,
  type TelegramAddress,
} from './telegram.conversation.js';
import { explainRefusal } from './telegram.errors.js';
import { noteRefusal, takeTurn } from './telegram.pace.js';
import { chatSchema } from './telegram.payload.js';
import {
  sendingsOf,
  TELEGRAM_CHOICES,
  TELEGRAM_FILE_LIMITS,
  type TelegramSending,
} from './telegram.reply-files.js';
import type { TelegramSettings } from './telegram.settings.js';

const sentSchema = z.looseObject({
  message_id: z.int(),
  chat: chatSchema,
  message_thread_id: z.int().optional().catch(undefined),
  is_topic_message: z.boolean().optional().catch(undefined),
  business_connection_id: z.string().optional().catch(undefined),
});

/** An album is answered with a list. */
const sentListSchema = z.union([z.array(sentSchema).min(1), sentSchema.transform((sent) => [sent])]);
/** Files go up at the speed of an office's line. */
const FILES_TIMEOUT_MS = 100_000;

/** Answers as plain text: an officer's asterisk or underscore must not turn into formatting, or into a refusal. */
export const telegramReplies: ReplySender<TelegramSettings> = {
  maxTextLength: 4096,
  lengthUnit: 'utf16',
  countLength: (text) => text.length,
  isIdempotent: false,
  files: TELEGRAM_FILE_LIMITS,
  choices: TELEGRAM_CHOICES,

  availability({ conversation }) {
    if (addressOf(conversation.externalId)) {
      return { isAllowed: true, isPublic: conversation.kind !== 'private' };
    }
    return {
      isAllowed: false,
      reason: { id: 'Bukan percakapan Telegram', en: 'Not a Telegram conversation' },
    };
  },

  async send(reply, context) {
    const address = addressOf(reply.conversation.externalId);
    if (!address) throw new ConnectorError('reply-refused', 'The conversation is not one of Telegram');
    const [first, ...others] = sendingsOf(reply.text, reply.files ?? [], reply.choices);
    if (!first) throw new ConnectorError('reply-refused', 'The answer is empty');
    await takeTurn(context, address.chatId);
    const { place, sent } = await sendFirst(context, placeOf(address, reply), first);
    const messages = [...sent];
    for (const other of others) messages.push(...(await sendFurther(context, place, other)));
    return toSentReply(messages);
  },
};

type Place = Readonly<Record<string, unknown>>;
type SentMessage = z.infer<typeof sentSchema>;

function placeOf(address: TelegramAddress, reply: OutboundReply): Place {
  const { chatId, threadId, directMessagesTopicId, businessConnectionId } = address;
  const answered = messageNumber(reply.inReplyTo.externalId, chatId);
  return {
    chat_id: Number(chatId),
    ...(threadId === undefined ? {} : { message_thread_id: threadId }),
    ...(directMessagesTopicId === undefined ? {} : { direct_messages_topic_id: directMessagesTopicId }),
    ...(businessConnectionId === undefined ? {} : { business_connection_id: businessConnectionId }),
    // A citizen who has deleted the message shall have the answer all the same.
    ...(answered === undefined
      ? {}
      : { reply_parameters: { message_id: answered, allow_sending_without_reply: true } }),
  };
}

/** @returns what was sent, and where: the place may have moved */
async function sendFirst(
  context: TelegramContext,
  place: Place,
  sending: TelegramSending,
): Promise<{ readonly place: Place; readonly sent: readonly SentMessage[] }> {
  const first = await send(context, place, sending);
  if (first.ok) return { place, sent: first.result };
  const movedTo = first.refusal.parameters?.migrate_to_chat_id;
  if (first.status !== 400 || movedTo === undefined) {
    await noteRefusal(context, String(place['chat_id']), first.refusal);
    throw explainRefusal(first.status, first.refusal, 'send', context.now());
  }
  // The group became a supergroup before its messages told us so. Telegram has sent nothing yet.
  const moved = { chat_id: movedTo };
  const second = await send(context, moved, sending);
  if (second.ok) return { place: moved, sent: second.result };
  throw explainRefusal(second.status, second.refusal, 'send', context.now());
}

/** Files are there already: whatever happens now, sending all of it again would double them. */
async function sendFurther(
  context: TelegramContext,
  place: Place,
  sending: TelegramSending,
): Promise<readonly SentMessage[]> {
  const answer = await send(context, place, sending).catch((error: unknown) => {
    throw halfSent(error instanceof Error ? error.message : 'unknown failure');
  });
  if (answer.ok) return answer.result;
  throw halfSent(explainRefusal(answer.status, answer.refusal, 'send', context.now()).message);
}

function halfSent(why: string): ConnectorError {
  return new ConnectorError('outcome-unknown', `The files were sent, the text perhaps not: ${why}`);
}

function send(context: TelegramContext, place: Place, { method, parameters, files }: TelegramSending) {
  const hasFiles = Object.keys(files).length > 0;
  return askTelegram(context, method, { ...place, ...parameters }, sentListSchema, {
    operation: 'send',
    files,
    ...(hasFiles ? { timeoutMs: FILES_TIMEOUT_MS } : {}),
  });
}

function toSentReply(messages: readonly SentMessage[]): SentReply {
  const [first, ...others] = messages;
  if (!first) throw new ConnectorError('outcome-unknown', 'Telegram did not say what it has sent');
  const thread = first.is_topic_message ? first.message_thread_id : undefined;
  const permalink = permalinkOf(first.chat, first.message_id, thread);
  const idOf = ({ chat, message_id: id, business_connection_id: business }: SentMessage) =>
    messageExternalId(chat.id, id, business);
  return {
    externalId: idOf(first),
    ...(others.length > 0 ? { furtherExternalIds: others.map(idOf) } : {}),
    status: 'sent',
    ...(permalink ? { permalink } : {}),
  };
}
