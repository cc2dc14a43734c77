import type { Connector, ConnectorHealth } from '@app/connector-kit';
import { open311Api } from './open311.api.js';
import { open311Example } from './open311.example.js';
import { normaliseOpen311 } from './open311.normalise.js';
import { replayOpen311 } from './open311.replay.js';
import { open311Replies } from './open311.replies.js';
import { open311SettingsSchema, type Open311Settings } from './open311.settings.js';

/** Reports out of apps and other systems that speak Open311 GeoReport v2. */
export const open311Connector: Connector<Open311Settings> = {
  descriptor: {
    code: 'open311',
    displayName: { id: 'Aplikasi warga (Open311)', en: 'Citizens’ apps (Open311)' },
    settingsSchema: open311SettingsSchema,
    identityScope: 'connection',
  },
  api: open311Api,
  replies: open311Replies,
  example: open311Example,
  replay: replayOpen311,
  normalise: normaliseOpen311,

  health(): Promise<ConnectorHealth> {
    return Promise.resolve({ status: 'healthy' });
  },
};
