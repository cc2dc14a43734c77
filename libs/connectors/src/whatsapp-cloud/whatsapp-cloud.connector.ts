import type { Connector } from '@app/connector-kit';
import { whatsAppCloudExample } from './whatsapp-cloud.example.js';
import { whatsAppCloudHealth } from './whatsapp-cloud.health.js';
import { whatsAppCloudMedia } from './whatsapp-cloud.media.js';
import { normaliseWhatsAppCloudEvent } from './whatsapp-cloud.normalise.js';
import { whatsAppCloudReplies } from './whatsapp-cloud.replies.js';
import { whatsAppCloudSettingsSchema, type WhatsAppCloudSettings } from './whatsapp-cloud.settings.js';
import { afterWhatsappWeb } from './whatsapp-cloud.succession.js';
import { whatsAppCloudWebhook } from './whatsapp-cloud.webhook.js';

/** WhatsApp Business Platform, Cloud API: the official way, with one number a connection. */
export const whatsAppCloudConnector: Connector<WhatsAppCloudSettings> = {
  descriptor: {
    code: 'whatsapp-cloud',
    displayName: { id: 'WhatsApp Cloud API (resmi)', en: 'WhatsApp Cloud API (official)' },
    settingsSchema: whatsAppCloudSettingsSchema,
    // User ids are those of a business portfolio, numbers those of the world.
    identityScope: 'channel',
    succeeds: [afterWhatsappWeb],
    costNote: {
      id: 'Menerima dan menjawab dalam 24 jam gratis; setelahnya hanya templat, ± Rp 357 (utility) per pesan.',
      en: 'Receiving, and answering within 24 hours, is free; later only templates, about Rp 357 (utility) each.',
    },
    usageNames: {
      'template-utility': { id: 'Templat utility', en: 'Utility templates' },
      'template-marketing': { id: 'Templat marketing', en: 'Marketing templates' },
    },
  },
  webhook: whatsAppCloudWebhook,
  replies: whatsAppCloudReplies,
  media: whatsAppCloudMedia,
  example: whatsAppCloudExample,
  normalise: normaliseWhatsAppCloudEvent,
  health: whatsAppCloudHealth,
};
