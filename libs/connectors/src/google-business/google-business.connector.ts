import type { Connector } from '@app/connector-kit';
import { googleHealth } from '@app/google-api';
import { listReviews } from './google-business.api.js';
import { googleBusinessExample } from './google-business.example.js';
import { normaliseGoogleBusinessEvent } from './google-business.normalise.js';
import { googleBusinessBackfill, googleBusinessPull } from './google-business.pull.js';
import { replayGoogleBusiness } from './google-business.replay.js';
import { googleBusinessReplies } from './google-business.replies.js';
import { googleBusinessSettingsSchema, type GoogleBusinessSettings } from './google-business.settings.js';

/** Reviews of an office on Google Maps, by pull; the one reply to each. */
export const googleBusinessConnector: Connector<GoogleBusinessSettings> = {
  descriptor: {
    code: 'google-business',
    displayName: { id: 'Ulasan Google', en: 'Google reviews' },
    settingsSchema: googleBusinessSettingsSchema,
    identityScope: 'connection',
  },
  pull: googleBusinessPull,
  backfill: googleBusinessBackfill,
  replies: googleBusinessReplies,
  example: googleBusinessExample,
  replay: replayGoogleBusiness,
  normalise: normaliseGoogleBusinessEvent,

  health: (context) =>
    googleHealth(async () => {
      await listReviews(context, undefined, 1);
      return context.settings.location;
    }),
};
