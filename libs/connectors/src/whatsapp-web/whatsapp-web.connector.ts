import type { Connector } from '@app/connector-kit';
import type { WebPage } from './whatsapp-web.client.js';
import { whatsappWebExample } from './whatsapp-web.example.js';
import { whatsappWebHealth } from './whatsapp-web.health.js';
import { whatsappWebMedia } from './whatsapp-web.media.js';
import { normaliseWhatsappWebEvent } from './whatsapp-web.normalise.js';
import { replayWhatsappWeb } from './whatsapp-web.replay.js';
import { whatsappWebReplies } from './whatsapp-web.replies.js';
import { whatsappWebSession } from './whatsapp-web.session.js';
import { whatsappWebSettingsSchema, type WhatsappWebSettings } from './whatsapp-web.settings.js';

/** @param page what stands in for WhatsApp's own page, for tests; see `WebPage` */
export function createWhatsappWebConnector(page?: WebPage): Connector<WhatsappWebSettings> {
  return {
    descriptor: {
      code: 'whatsapp-web',
      displayName: { id: 'WhatsApp Web (tidak resmi)', en: 'WhatsApp Web (unofficial)' },
      settingsSchema: whatsappWebSettingsSchema,
      // Ids without a phone number may differ from account to account.
      identityScope: 'connection',
      riskNote: {
        id: 'Tidak resmi: melanggar ketentuan WhatsApp, nomor dapat diblokir selamanya. Pakailah nomor tersendiri, hanya untuk menerima dan menjawab. Yang dianjurkan: WhatsApp Cloud API.',
        en: 'Unofficial: against WhatsApp’s terms, the number may be blocked for good. Use a number of its own, only to receive and answer. The recommended way: WhatsApp Cloud API.',
      },
    },
    session: whatsappWebSession(page),
    replies: whatsappWebReplies,
    media: whatsappWebMedia,
    example: whatsappWebExample,
    normalise: normaliseWhatsappWebEvent,
    replay: replayWhatsappWeb,
    health: whatsappWebHealth,
  };
}

/** An ordinary WhatsApp number, through WhatsApp Web in a browser. */
export const whatsappWebConnector = createWhatsappWebConnector();
