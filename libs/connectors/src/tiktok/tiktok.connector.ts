import { failureState, type Connector } from '@app/connector-kit';
import { accountName } from './tiktok.api.js';
import { tiktokExample } from './tiktok.example.js';
import { tiktokMedia } from './tiktok.media.js';
import { normaliseTiktokEvent } from './tiktok.normalise.js';
import { replayTiktok } from './tiktok.replay.js';
import { tiktokReplies } from './tiktok.replies.js';
import { tiktokSettingsSchema, type TiktokSettings } from './tiktok.settings.js';
import { tiktokWebhook } from './tiktok.webhook.js';

/** Direct messages to a TikTok business account. */
export const tiktokConnector: Connector<TiktokSettings> = {
  descriptor: {
    code: 'tiktok',
    displayName: { id: 'TikTok', en: 'TikTok' },
    settingsSchema: tiktokSettingsSchema,
    // Ids of people are those that this app may know them by.
    identityScope: 'connection',
  },
  webhook: tiktokWebhook,
  replies: tiktokReplies,
  media: tiktokMedia,
  example: tiktokExample,
  replay: replayTiktok,
  normalise: normaliseTiktokEvent,

  health: async (context) => {
    try {
      return { status: 'healthy', account: await accountName(context) };
    } catch (error) {
      return failureState(error);
    }
  },
};
