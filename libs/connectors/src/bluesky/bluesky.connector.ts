import type { Connector } from '@app/connector-kit';
import { blueskyExample } from './bluesky.example.js';
import { blueskyHealth } from './bluesky.health.js';
import { normaliseBlueskyEvent } from './bluesky.normalise.js';
import { BlueskyPull } from './bluesky.pull.js';
import { replayBluesky } from './bluesky.replay.js';
import { BlueskyReplies } from './bluesky.replies.js';
import { BlueskySessions } from './bluesky.sessions.js';
import { blueskySettingsSchema, type BlueskySettings } from './bluesky.settings.js';

/** Bluesky: mentions, replies and quotes by pull, answers in their thread. One per process: it keeps sessions. */
export function createBlueskyConnector(): Connector<BlueskySettings> {
  const sessions = new BlueskySessions();
  return {
    descriptor: {
      code: 'bluesky',
      displayName: { id: 'Bluesky', en: 'Bluesky' },
      settingsSchema: blueskySettingsSchema,
      identityScope: 'channel',
    },
    pull: new BlueskyPull(sessions),
    replies: new BlueskyReplies(sessions),
    example: blueskyExample,
    replay: replayBluesky,
    normalise: normaliseBlueskyEvent,
    health: (context) => blueskyHealth(context, sessions),
  };
}

export const blueskyConnector = createBlueskyConnector();
