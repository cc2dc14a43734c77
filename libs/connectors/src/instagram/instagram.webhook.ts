import type { WebhookSource } from '@app/connector-kit';
import {
  parseGraphDelivery,
  registerPageWebhook,
  signGraphDelivery,
  GRAPH_KEEPS_MS,
  verifyGraphWebhook,
  type PageWebhook,
} from '@app/graph-api';
import { instagramParts } from './instagram.events.js';
import type { InstagramSettings } from './instagram.settings.js';

const NEEDED_FIELDS = ['comments', 'messages'];
export const INSTAGRAM_WEBHOOK: PageWebhook = {
  object: 'instagram',
  neededFields: NEEDED_FIELDS,
  wantedFields: [
    ...NEEDED_FIELDS,
    'live_comments',
    'mentions',
    'message_reactions',
    'messaging_postbacks',
    'messaging_seen',
  ],
  // The Page must be subscribed to something of its own, or nothing of its Instagram account is delivered.
  pageFields: ['feed'],
  scopes: [
    'instagram_basic',
    'instagram_manage_comments',
    'instagram_manage_messages',
    'pages_manage_metadata',
  ],
};

/** No `unregister`: while a connection is paused Meta keeps what its address does not take, for as long as it does. */
export const instagramWebhook: WebhookSource<InstagramSettings> = {
  keepsMs: GRAPH_KEEPS_MS,
  isEnabled: () => true,
  verify: (request, context) => verifyGraphWebhook(request, context.settings),

  sign: signGraphDelivery,
  parse: ({ rawBody }) => parseGraphDelivery(rawBody, INSTAGRAM_WEBHOOK.object, instagramParts),
  register: (url, context) =>
    registerPageWebhook(context, INSTAGRAM_WEBHOOK, { pageId: context.settings.pageId, url }),
};
