import type { Connector } from '@app/connector-kit';
import { emailExample } from './email.example.js';
import { emailHealth } from './email.health.js';
import { emailMedia } from './email.media.js';
import { normaliseEmail } from './email.normalise.js';
import { replayEmail } from './email.replay.js';
import { emailReplies } from './email.replies.js';
import { emailSession } from './email.session.js';
import { emailSettingsSchema, type EmailSettings } from './email.settings.js';

/** One mailbox: read by IMAP, answered by SMTP. */
export const emailConnector: Connector<EmailSettings> = {
  descriptor: {
    code: 'email',
    displayName: { id: 'E-mail', en: 'E-mail' },
    settingsSchema: emailSettingsSchema,
    // An address is the same person in every mailbox.
    identityScope: 'channel',
  },
  session: emailSession,
  replies: emailReplies,
  media: emailMedia,
  example: emailExample,
  replay: replayEmail,
  normalise: normaliseEmail,
  health: emailHealth,
};
