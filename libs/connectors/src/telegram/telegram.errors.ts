import { ConnectorError, type ConnectorErrorCode } from '@app/connector-kit';
import type { ClosedReason } from '@app/report-model';
import { z } from 'zod';
import { BLOCKED, DEACTIVATED, REMOVED } from './telegram.closed.js';

const refusalSchema = z.looseObject({
  error_code: z.int().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
  parameters: z
    .looseObject({
      retry_after: z.number().positive().optional().catch(undefined),
      migrate_to_chat_id: z.int().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});
export type TelegramRefusal = z.infer<typeof refusalSchema>;

/** Used when Telegram says "slow down" and not for how long. */
const DEFAULT_RETRY_SECONDS = 5;
/** How long another program's long poll can still be running. */
const CONFLICT_RETRY_SECONDS = 30;

/** `read` may be repeated at will; `send` may not, since the citizen could get it twice. */
export type TelegramOperation = 'read' | 'send';

export function readRefusal(body: unknown): TelegramRefusal {
  return refusalSchema.safeParse(body).data ?? {};
}

/** What an answer other than `ok: true` means. Descriptions are Telegram's own and hold neither token nor text. */
export function explainRefusal(
  status: number,
  refusal: TelegramRefusal,
  operation: TelegramOperation,
  now: Date,
): ConnectorError {
  const code = refusal.error_code ?? status;
  const description = (refusal.description ?? `status ${status}`).slice(0, 200);
  const fail = (as: ConnectorErrorCode, message: string, seconds?: number) =>
    new ConnectorError(
      as,
      message,
      seconds === undefined ? {} : { until: new Date(now.getTime() + seconds * 1000) },
    );

  if (code === 401) {
    return fail(
      'credentials-rejected',
      'Telegram no longer accepts the bot token. Get the current one: @BotFather → /token',
    );
  }
  if (code === 404) {
    return fail(
      'credentials-rejected',
      'Telegram knows no bot with this token. Check it with @BotFather → /token',
    );
  }
  if (code === 429) {
    const seconds = refusal.parameters?.retry_after ?? DEFAULT_RETRY_SECONDS;
    return fail('rate-limited', `Telegram asks to wait ${seconds} seconds`, seconds);
  }
  if (code === 409) return explainConflict(description, fail);
  if (operation === 'send') return explainUnsent(code, description, fail);
  if (code === 403) return fail('permission-missing', `Telegram does not allow this: ${description}`);
  if (code >= 500) return fail('transient', `Telegram has a fault of its own: ${description}`);
  return fail('permission-missing', `Telegram refuses the request: ${description}`);
}

type Fail = (as: ConnectorErrorCode, message: string, seconds?: number) => ConnectorError;

function explainConflict(description: string, fail: Fail): ConnectorError {
  if (/webhook/i.test(description)) {
    return fail(
      'permission-missing',
      'A webhook is set for this bot, so messages cannot be fetched. Switch this connection to webhook, or remove ' +
        'the webhook in the program that set it, then resume the connection',
    );
  }
  return fail(
    'rate-limited',
    'Another program fetches the messages of this bot. Each bot can be read by one program only: stop the other one, ' +
      'or give Wadah a bot of its own',
    CONFLICT_RETRY_SECONDS,
  );
}

const REFUSED_REPLIES: readonly (readonly [RegExp, string, ClosedReason?])[] = [
  [/blocked by the user/i, 'The citizen has blocked the bot, so the answer cannot be delivered', BLOCKED],
  [/user is deactivated/i, 'The citizen’s Telegram account no longer exists', DEACTIVATED],
  [/can't initiate/i, 'The citizen has not opened a chat with the bot, and a bot cannot write first'],
  [/kicked|not a member/i, 'The bot is no longer in this group', REMOVED],
  [/chat not found/i, 'Telegram no longer knows this conversation'],
  [/thread not found|TOPIC_CLOSED|TOPIC_DELETED/i, 'The topic of this conversation is closed or gone'],
  [
    /not enough rights|no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED/i,
    'The bot may not write in this group',
  ],
  [/too long/i, 'The answer is longer than Telegram allows'],
];

function explainUnsent(code: number, description: string, fail: Fail): ConnectorError {
  if (code >= 500 || code < 400) {
    return fail(
      'outcome-unknown',
      `Telegram failed while sending (${code}); the citizen may have the answer`,
    );
  }
  const known = REFUSED_REPLIES.find(([pattern]) => pattern.test(description));
  if (!known) return fail('reply-refused', `Telegram refused the answer: ${description}`);
  const [, message, closes] = known;
  return new ConnectorError('reply-refused', message, closes ? { closes } : {});
}
