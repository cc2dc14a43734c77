import type { PullPage, PullSource } from '@app/connector-kit';
import { z } from 'zod';
import { callTelegram, type TelegramContext } from './telegram.api.js';
import { ALLOWED_UPDATES, TELEGRAM_KEEPS_MS, toParsedEvents, updateIdOf } from './telegram.events.js';
import type { TelegramSettings } from './telegram.settings.js';

const PAGE_SIZE = 100;
/** Telegram keeps the request open this long when there is nothing new. */
const LONG_POLL_SECONDS = 25;
const GRACE_SECONDS = 10;

/**
 * Long polling. The cursor is the number of the last update of the last page, as a string. Asking with it confirms
 * that page and Telegram then forgets it, so the host must have stored it: `nextCursor` is committed with its events.
 */
export const telegramPull: PullSource<TelegramSettings> = {
  keepsMs: TELEGRAM_KEEPS_MS,
  isEnabled: (settings) => settings.mode === 'polling',
  pauseMs: () => 0,
  async fetchPage(cursor, context) {
    const items = await getUpdates(cursor, context);
    return {
      events: items.flatMap(toParsedEvents),
      nextCursor: cursorAfter(items, cursor),
      hasMore: items.length >= PAGE_SIZE,
    } satisfies PullPage;
  },
};

function getUpdates(cursor: string | null, context: TelegramContext): Promise<unknown[]> {
  return callTelegram(
    context,
    'getUpdates',
    {
      ...(cursor === null ? {} : { offset: Number(cursor) + 1 }),
      limit: PAGE_SIZE,
      timeout: LONG_POLL_SECONDS,
      allowed_updates: ALLOWED_UPDATES,
    },
    z.array(z.unknown()),
    { operation: 'read', timeoutMs: (LONG_POLL_SECONDS + GRACE_SECONDS) * 1000 },
  );
}

/**
 * Follows the page even when its numbers are lower than the cursor: after a week of silence Telegram starts counting
 * anew, and on a number from the old count it answers from the queue's beginning, for ever.
 */
function cursorAfter(items: readonly unknown[], cursor: string | null): string | null {
  if (items.length === 0) return null;
  const numbers = items.map(updateIdOf).filter((id) => id !== undefined);
  if (numbers.length > 0) return String(Math.max(...numbers));
  // Nothing on the page has a number. One step confirms at most its first item, which is kept as it is.
  return cursor === null ? null : String(Number(cursor) + 1);
}
