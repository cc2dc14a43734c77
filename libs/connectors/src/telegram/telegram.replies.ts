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
import type { TelegramSettings } from './telegram.settings.js';

const sentSchema = z.looseObject({
  message_id: z.int(),
  chat: chatSchema,
  message_thread_id: z.int().optional().catch(undefined),
  is_topic_message: z.boolean().optional().catch(undefined),
  business_connection_id: z.string().optional().catch(undefined),
});

/** Answers as plain text: an officer's asterisk or underscore must not turn into formatting, or into a refusal. */
export const telegramReplies: ReplySender<TelegramSettings> = {
  maxTextLength: 4096,
  lengthUnit: 'utf16',
  countLength: (text) => text.length,
  isIdempotent: false,

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
    await takeTurn(context, address.chatId);
    const first = await sendMessage(context, address, reply);
    if (first.ok) return toSentReply(first.result);
    const movedTo = first.refusal.parameters?.migrate_to_chat_id;
    if (first.status !== 400 || movedTo === undefined) {
      await noteRefusal(context, address.chatId, first.refusal);
      throw explainRefusal(first.status, first.refusal, 'send', context.now());
    }
    // The group became a supergroup before its messages told us so. Telegram has sent nothing yet.
    const second = await sendMessage(context, { chatId: String(movedTo) }, reply);
    if (second.ok) return toSentReply(second.result);
    throw explainRefusal(second.status, second.refusal, 'send', context.now());
  },
};

function sendMessage(context: TelegramContext, address: TelegramAddress, reply: OutboundReply) {
  const { chatId, threadId, directMessagesTopicId, businessConnectionId } = address;
  const answered = messageNumber(reply.inReplyTo.externalId, chatId);
  return askTelegram(
    context,
    'sendMessage',
    {
      chat_id: Number(chatId),
      text: reply.text,
      ...(threadId === undefined ? {} : { message_thread_id: threadId }),
      ...(directMessagesTopicId === undefined ? {} : { direct_messages_topic_id: directMessagesTopicId }),
      ...(businessConnectionId === undefined ? {} : { business_connection_id: businessConnectionId }),
      // A citizen who has deleted the message shall have the answer all the same.
      ...(answered === undefined
        ? {}
        : { reply_parameters: { message_id: answered, allow_sending_without_reply: true } }),
    },
    sentSchema,
    { operation: 'send' },
  );
}

function toSentReply({ chat, message_id: id, ...sent }: z.infer<typeof sentSchema>): SentReply {
  const permalink = permalinkOf(chat, id, sent.is_topic_message ? sent.message_thread_id : undefined);
  return {
    externalId: messageExternalId(chat.id, id, sent.business_connection_id),
    status: 'sent',
    ...(permalink ? { permalink } : {}),
  };
}
