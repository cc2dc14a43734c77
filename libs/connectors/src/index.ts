import type { Connector } from '@app/connector-kit';
import { blueskyConnector } from './bluesky/bluesky.connector.js';
import { emailConnector } from './email/email.connector.js';
import { facebookConnector } from './facebook/facebook.connector.js';
import { fileConnector } from './file/file.connector.js';
import { googleBusinessConnector } from './google-business/google-business.connector.js';
import { instagramConnector } from './instagram/instagram.connector.js';
import { mastodonConnector } from './mastodon/mastodon.connector.js';
import { open311Connector } from './open311/open311.connector.js';
import { smsConnector } from './sms/sms.connector.js';
import { telegramConnector } from './telegram/telegram.connector.js';
import { threadsConnector } from './threads/threads.connector.js';
import { tiktokConnector } from './tiktok/tiktok.connector.js';
import { webFormConnector } from './web-form/web-form.connector.js';
import { whatsAppCloudConnector } from './whatsapp-cloud/whatsapp-cloud.connector.js';
import { whatsappWebConnector } from './whatsapp-web/whatsapp-web.connector.js';
import { xConnector } from './x/x.connector.js';
import { youtubeConnector } from './youtube/youtube.connector.js';

/** The one list of channels: a new one is a folder and a line here. */
export const CONNECTORS: readonly Connector[] = [
  blueskyConnector,
  emailConnector,
  facebookConnector,
  fileConnector,
  googleBusinessConnector,
  instagramConnector,
  mastodonConnector,
  open311Connector,
  smsConnector,
  telegramConnector,
  threadsConnector,
  tiktokConnector,
  webFormConnector,
  whatsAppCloudConnector,
  whatsappWebConnector,
  xConnector,
  youtubeConnector,
] as readonly Connector[];

export * from './file/index.js';
export { createWhatsappWebConnector } from './whatsapp-web/whatsapp-web.connector.js';
