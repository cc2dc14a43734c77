import type { Connector } from '@app/connector-kit';
import { telegramDetails } from './telegram.choices.js';
import { telegramExample } from './telegram.example.js';
import { telegramHealth } from './telegram.health.js';
import { telegramMedia } from './telegram.media.js';
import { normaliseTelegramUpdate } from './telegram.normalise.js';
import { telegramPull } from './telegram.pull.js';
import { replayTelegram } from './telegram.replay.js';
import { telegramReplies } from './telegram.replies.js';
import { telegramSettingsSchema, type TelegramSettings } from './telegram.settings.js';
import { telegramWebhook } from './telegram.webhook.js';

/** Telegram bots: private chats, groups with topics, channels. */
export const telegramConnector: Connector<TelegramSettings> = {
  descriptor: {
    code: 'telegram',
    displayName: { id: 'Telegram', en: 'Telegram' },
    settingsSchema: telegramSettingsSchema,
    // User ids are the same for every bot.
    identityScope: 'channel',
  },
  pull: telegramPull,
  webhook: telegramWebhook,
  replies: telegramReplies,
  media: telegramMedia,
  details: telegramDetails,
  example: telegramExample,
  replay: replayTelegram,
  normalise: normaliseTelegramUpdate,
  health: telegramHealth,
};
