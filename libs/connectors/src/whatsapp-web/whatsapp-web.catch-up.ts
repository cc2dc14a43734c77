import type { Client, Message } from 'whatsapp-web.js';
import { isBroadcast, isGroup } from './whatsapp-web.ids.js';

const FIRST_LIMIT = 20;

export interface ChatSpan {
  readonly chatId: string;
  readonly chatName: string;
  /** Oldest first. */
  readonly messages: readonly Message[];
}

/**
 * What came while nobody was there: WhatsApp Web tells no events of it. From every chat with something newer than
 * `since`, twice as many messages each time until one is older or there are no more.
 * @param since Unix seconds
 */
export async function* missedMessages(
  client: Client,
  since: number,
  takesGroups: boolean,
): AsyncGenerator<ChatSpan> {
  for (const chat of await client.getChats()) {
    const chatId = chat.id._serialized;
    if (isBroadcast(chatId) || (isGroup(chatId) && !takesGroups)) continue;
    if ((chat.timestamp ?? 0) < since) continue;
    let known = -1;
    for (let limit = FIRST_LIMIT; ; limit *= 2) {
      const messages = await chat.fetchMessages({ limit });
      const isWhole = messages.length < limit || messages.length === known;
      const reachesBack = messages.some(({ timestamp }) => timestamp < since);
      known = messages.length;
      if (!isWhole && !reachesBack) continue;
      const missed = messages.filter(({ timestamp }) => timestamp >= since);
      missed.sort((one, other) => one.timestamp - other.timestamp);
      if (missed.length > 0) yield { chatId, chatName: chat.name, messages: missed };
      break;
    }
  }
}
