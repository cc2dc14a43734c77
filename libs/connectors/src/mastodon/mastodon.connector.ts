import type { Connector } from '@app/connector-kit';
import { mastodonExample } from './mastodon.example.js';
import { mastodonHealth } from './mastodon.health.js';
import { normaliseMastodonEvent } from './mastodon.normalise.js';
import { mastodonPull } from './mastodon.pull.js';
import { replayMastodon } from './mastodon.replay.js';
import { mastodonReplies } from './mastodon.replies.js';
import { mastodonSettingsSchema, type MastodonSettings } from './mastodon.settings.js';

/** Mastodon and servers that speak its API: mentions by pull, answers below them. */
export const mastodonConnector: Connector<MastodonSettings> = {
  descriptor: {
    code: 'mastodon',
    displayName: { id: 'Mastodon', en: 'Mastodon' },
    settingsSchema: mastodonSettingsSchema,
    // Each server numbers the accounts that it knows by itself.
    identityScope: 'connection',
  },
  pull: mastodonPull,
  replies: mastodonReplies,
  example: mastodonExample,
  replay: replayMastodon,
  normalise: normaliseMastodonEvent,
  health: mastodonHealth,
};
