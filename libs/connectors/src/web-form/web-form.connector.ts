import type { Connector, ConnectorHealth } from '@app/connector-kit';
import { webFormExample } from './web-form.example.js';
import { webFormForm } from './web-form.form.js';
import { normaliseWebForm } from './web-form.normalise.js';
import { webFormReplies } from './web-form.replies.js';
import { webFormSettingsSchema, type WebFormSettings } from './web-form.settings.js';

/** A page of our own where citizens write, and a tracking page where they read the answer. */
export const webFormConnector: Connector<WebFormSettings> = {
  descriptor: {
    code: 'web-form',
    displayName: { id: 'Formulir web', en: 'Web form' },
    settingsSchema: webFormSettingsSchema,
    identityScope: 'connection',
  },
  form: webFormForm,
  replies: webFormReplies,
  example: webFormExample,
  normalise: normaliseWebForm,

  health(): Promise<ConnectorHealth> {
    return Promise.resolve({ status: 'healthy' });
  },
};
