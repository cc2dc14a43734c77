import type { Connector } from '@app/connector-kit';
import { smsExample } from './sms.example.js';
import { smsHealth } from './sms.health.js';
import { normaliseSms } from './sms.normalise.js';
import { replaySms } from './sms.replay.js';
import { smsReplies } from './sms.replies.js';
import { smsSession } from './sms.session.js';
import { smsSettingsSchema, type SmsSettings } from './sms.settings.js';
import { smsWebhook } from './sms.webhook.js';

/** A short code's SMS, from the operator by SMPP or from Kannel by HTTP. */
export const smsConnector: Connector<SmsSettings> = {
  descriptor: {
    code: 'sms',
    displayName: { id: 'SMS', en: 'SMS' },
    settingsSchema: smsSettingsSchema,
    // A telephone number is the same phone on every short code.
    identityScope: 'channel',
    costNote: {
      id: 'Menerima biasanya gratis; tiap SMS jawaban dibayar ke operator menurut kontrak.',
      en: 'Receiving is usually free; the operator charges every SMS of an answer by contract.',
    },
    usageNames: { sms: { id: 'SMS terkirim', en: 'SMS sent' } },
  },
  webhook: smsWebhook,
  session: smsSession,
  replies: smsReplies,
  example: smsExample,
  replay: replaySms,
  normalise: normaliseSms,
  health: smsHealth,
};
