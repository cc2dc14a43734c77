import type { Connector } from '@app/connector-kit';
import { instagramBackfill } from './instagram.backfill.js';
import { instagramDetails } from './instagram.details.js';
import { instagramExample } from './instagram.example.js';
import { instagramHealth } from './instagram.health.js';
import { normaliseInstagramEvent } from './instagram.normalise.js';
import { instagramReplies } from './instagram.replies.js';
import { instagramSettingsSchema, type InstagramSettings } from './instagram.settings.js';
import { instagramWebhook } from './instagram.webhook.js';

/** A professional Instagram account: comments, mentions and direct messages. */
export const instagramConnector: Connector<InstagramSettings> = {
  descriptor: {
    code: 'instagram',
    displayName: { id: 'Instagram', en: 'Instagram' },
    settingsSchema: instagramSettingsSchema,
    // Ids of people are those that this account may know them by.
    identityScope: 'connection',
  },
  webhook: instagramWebhook,
  backfill: instagramBackfill,
  replies: instagramReplies,
  details: instagramDetails,
  example: instagramExample,
  normalise: normaliseInstagramEvent,
  health: instagramHealth,
};
