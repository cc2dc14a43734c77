import { failureState, type ConnectorHealth } from '@app/connector-kit';
import { z } from 'zod';
import { askTelegram, callTelegram, type TelegramContext } from './telegram.api.js';
import { explainRefusal } from './telegram.errors.js';

/** A delivery that failed longer ago has been made good, or Telegram would have tried and failed again. */
const RECENT_MS = 15 * 60_000;

const botSchema = z.looseObject({
  username: z.string().optional(),
  can_read_all_group_messages: z.boolean().optional(),
});

const PRIVACY_MODE =
  'In groups this bot sees only commands, mentions and answers to it, unless it is an administrator there. To read ' +
  'everything: @BotFather → /setprivacy → Disable, then add the bot to the group again';
const webhookSchema = z.looseObject({
  url: z.string(),
  last_error_date: z.int().optional(),
  last_error_message: z.string().optional(),
});

/** See `Connector.health`. */
export async function telegramHealth(context: TelegramContext): Promise<ConnectorHealth> {
  try {
    const bot = await callTelegram(context, 'getMe', {}, botSchema);
    const trouble = await webhookTrouble(context);
    if (trouble) return { status: 'degraded', reason: trouble };
    return {
      status: 'healthy',
      ...(bot.username ? { account: `@${bot.username}` } : {}),
      ...(bot.can_read_all_group_messages === false ? { reason: PRIVACY_MODE } : {}),
    };
  } catch (error) {
    return failureState(error);
  }
}

async function webhookTrouble(context: TelegramContext): Promise<string | undefined> {
  const answer = await askTelegram(context, 'getWebhookInfo', {}, webhookSchema, { operation: 'read' });
  if (!answer.ok) {
    // The token is good, getMe has shown it: servers for tests lack the method and answer 404 or 500.
    if (answer.status === 404 || answer.status === 500) return undefined;
    throw explainRefusal(answer.status, answer.refusal, 'read', context.now());
  }
  const { url, last_error_date: failedAt, last_error_message: message } = answer.result;
  if (context.settings.mode === 'polling') {
    if (url === '') return undefined;
    return (
      `A webhook of another program is set (${hostOf(url)}), so messages cannot be fetched. Switch this connection ` +
      'to webhook, or remove the webhook there'
    );
  }
  if (url === '')
    return 'Telegram has no webhook for this bot, so nothing is delivered. Pause and resume the connection';
  const isRecent = failedAt !== undefined && context.now().getTime() - failedAt * 1000 < RECENT_MS;
  return isRecent
    ? `Telegram cannot deliver to ${hostOf(url)}: ${(message ?? 'no reason given').slice(0, 200)}`
    : undefined;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'an unreadable address';
}
