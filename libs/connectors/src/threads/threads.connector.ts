import type { Connector } from '@app/connector-kit';
import { threadsExample } from './threads.example.js';
import { threadsHealth } from './threads.health.js';
import { normaliseThreadsEvent } from './threads.normalise.js';
import { threadsBackfill, threadsPull } from './threads.pull.js';
import { threadsReplies } from './threads.replies.js';
import { threadsSettingsSchema, type ThreadsSettings } from './threads.settings.js';
import { threadsWebhook } from './threads.webhook.js';

/** A public Threads profile: replies below its posts, mentions; answers as replies. */
export const threadsConnector: Connector<ThreadsSettings> = {
  descriptor: {
    code: 'threads',
    displayName: { id: 'Threads', en: 'Threads' },
    settingsSchema: threadsSettingsSchema,
    identityScope: 'channel',
  },
  pull: threadsPull,
  webhook: threadsWebhook,
  backfill: threadsBackfill,
  replies: threadsReplies,
  example: threadsExample,
  normalise: normaliseThreadsEvent,
  health: threadsHealth,
};
