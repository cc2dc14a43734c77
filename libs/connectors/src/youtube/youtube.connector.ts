import type { Connector } from '@app/connector-kit';
import { youtubeBackfill } from './youtube.backfill.js';
import { youtubeExample } from './youtube.example.js';
import { youtubeHealth } from './youtube.health.js';
import { normaliseYoutubeEvent } from './youtube.normalise.js';
import { youtubePull } from './youtube.pull.js';
import { replayYoutube } from './youtube.replay.js';
import { youtubeReplies } from './youtube.replies.js';
import { youtubeSettingsSchema, type YoutubeSettings } from './youtube.settings.js';

/** Comments below the videos of the office's channel, by pull; answers below them. */
export const youtubeConnector: Connector<YoutubeSettings> = {
  descriptor: {
    code: 'youtube',
    displayName: { id: 'YouTube', en: 'YouTube' },
    settingsSchema: youtubeSettingsSchema,
    identityScope: 'channel',
  },
  pull: youtubePull,
  backfill: youtubeBackfill,
  replies: youtubeReplies,
  example: youtubeExample,
  replay: replayYoutube,
  normalise: normaliseYoutubeEvent,
  health: youtubeHealth,
};
