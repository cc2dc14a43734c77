import type { RateRule } from '@app/connector-kit';
import type { TelegramContext } from './telegram.api.js';
import type { TelegramRefusal } from './telegram.errors.js';

/**
 * core.telegram.org/bots/faq: about 30 messages a second over all chats, one a second in a chat (a short burst is let
 * through), 20 a minute in a group.
 */
const EVERYWHERE: RateRule = { limit: 30, perMs: 1_000, burst: 10 };
const IN_CHAT: RateRule = { limit: 1, perMs: 1_000, burst: 3 };
const IN_GROUP: RateRule = { limit: 20, perMs: 60_000, burst: 5 };

/** Before every message that is sent. @throws ConnectorError `rate-limited` with `isPaced` */
export async function takeTurn(context: TelegramContext, chatId: string): Promise<void> {
  // Groups and channels have negative numbers.
  await context.limits.take(bucketOf(chatId), chatId.startsWith('-') ? IN_GROUP : IN_CHAT);
  await context.limits.take('send', EVERYWHERE);
}

/** Telegram asks to wait: every worker waits with this chat. */
export async function noteRefusal(
  context: TelegramContext,
  chatId: string,
  refusal: TelegramRefusal,
): Promise<void> {
  const seconds = refusal.parameters?.retry_after;
  if (seconds === undefined) return;
  const resetsAt = new Date(context.now().getTime() + seconds * 1_000);
  await context.limits.observe(bucketOf(chatId), { remaining: 0, resetsAt });
}

function bucketOf(chatId: string): string {
  return `chat ${chatId}`;
}
