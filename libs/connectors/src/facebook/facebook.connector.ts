import type { Connector } from '@app/connector-kit';
import { facebookBackfill } from './facebook.backfill.js';
import { facebookExample } from './facebook.example.js';
import { facebookHealth } from './facebook.health.js';
import { normaliseFacebookEvent } from './facebook.normalise.js';
import { facebookReplies } from './facebook.replies.js';
import { facebookSettingsSchema, type FacebookSettings } from './facebook.settings.js';
import { facebookWebhook } from './facebook.webhook.js';

/** A Facebook Page: comments, visitors' posts, mentions, recommendations, and its Messenger inbox. */
export const facebookConnector: Connector<FacebookSettings> = {
  descriptor: {
    code: 'facebook',
    displayName: { id: 'Facebook', en: 'Facebook' },
    settingsSchema: facebookSettingsSchema,
    // Ids of people are those that this Page may know them by.
    identityScope: 'connection',
  },
  webhook: facebookWebhook,
  backfill: facebookBackfill,
  replies: facebookReplies,
  example: facebookExample,
  normalise: normaliseFacebookEvent,
  health: facebookHealth,
};
