import { ConnectorError, type DetailSource, type RawEvent } from '@app/connector-kit';
import type { NormalisedEvent } from '@app/report-model';
import { z } from 'zod';
import { askTelegram } from './telegram.api.js';
import { userAuthor } from './telegram.author.js';
import { conversationOf, messageExternalId } from './telegram.conversation.js';
import { explainRefusal } from './telegram.errors.js';
import type { TelegramCallback } from './telegram.payload.js';
import type { TelegramSettings } from './telegram.settings.js';

const RECEIVED = 'Jawaban Anda sudah kami terima.';

/** A pressed button is the citizen's answer to our message: once, however often it is pressed. */
export function readCallback(callback: TelegramCallback, receivedAt: Date): NormalisedEvent {
  const { from, data, message } = callback;
  if (message === undefined || data === undefined) {
    return { kind: 'ignored', reason: 'a button that is none of ours' };
  }
  const { chat, message_id: id, business_connection_id: business } = message;
  const answered = messageExternalId(chat.id, id, business);
  return {
    kind: 'message',
    message: {
      externalId: `${answered}/choice/${from.id}/${data}`,
      conversation: conversationOf(message),
      author: userAuthor(from),
      // Telegram does not say when it was pressed.
      sentAt: receivedAt.toISOString(),
      text: data,
      replyToExternalId: answered,
      attachments: [],
    },
  };
}

const pressedSchema = z.looseObject({ callback_query: z.looseObject({ id: z.string().min(1) }) });

/** Telegram wants to hear that a pressed button has arrived; until then it shows the citizen a clock. */
export const telegramDetails: DetailSource<TelegramSettings> = {
  isNeeded: (event) => callbackIdOf(event) !== undefined,

  async fetch(event, context) {
    const parameters = { callback_query_id: callbackIdOf(event), text: RECEIVED };
    const answer = await askTelegram(context, 'answerCallbackQuery', parameters, z.unknown(), {
      operation: 'read',
    });
    if (answer.ok) return [];
    if (answer.status === 400)
      throw new ConnectorError('media-gone', 'Telegram has stopped waiting for an answer');
    throw explainRefusal(answer.status, answer.refusal, 'read', context.now());
  },
};

function callbackIdOf({ payload }: Pick<RawEvent, 'payload'>): string | undefined {
  return pressedSchema.safeParse(payload).data?.callback_query.id;
}
