import type { WebhookSource } from '@app/connector-kit';
import {
  parseGraphDelivery,
  registerPageWebhook,
  signGraphDelivery,
  GRAPH_KEEPS_MS,
  verifyGraphWebhook,
  type PageWebhook,
} from '@app/graph-api';
import { facebookParts } from './facebook.events.js';
import type { FacebookSettings } from './facebook.settings.js';

const NEEDED_FIELDS = ['feed', 'messages'];
export const PAGE_WEBHOOK: PageWebhook = {
  object: 'page',
  neededFields: NEEDED_FIELDS,
  wantedFields: [
    ...NEEDED_FIELDS,
    'mention',
    'ratings',
    'message_edits',
    'message_echoes',
    'message_deliveries',
    'message_reads',
    'message_reactions',
    'messaging_postbacks',
  ],
  scopes: [
    'pages_manage_metadata',
    'pages_read_engagement',
    'pages_read_user_content',
    'pages_manage_engagement',
    'pages_messaging',
  ],
};

/** No `unregister`: while a connection is paused Meta keeps what its address does not take, for as long as it does. */
export const facebookWebhook: WebhookSource<FacebookSettings> = {
  keepsMs: GRAPH_KEEPS_MS,
  isEnabled: () => true,
  verify: (request, context) => verifyGraphWebhook(request, context.settings),

  sign: signGraphDelivery,
  parse: ({ rawBody }) => parseGraphDelivery(rawBody, PAGE_WEBHOOK.object, facebookParts),
  register: (url, context) =>
    registerPageWebhook(context, PAGE_WEBHOOK, { pageId: context.settings.pageId, url }),
};
