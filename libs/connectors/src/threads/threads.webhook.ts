import type { WebhookSource } from '@app/connector-kit';
import { GRAPH_KEEPS_MS, signGraphDelivery, verifyGraphWebhook } from '@app/graph-api';
import { deliveredEvents } from './threads.events.js';
import type { ThreadsSettings } from './threads.settings.js';

/** No `register`: Meta has Threads’ webhooks entered by hand in its dashboard. */
export const threadsWebhook: WebhookSource<ThreadsSettings> = {
  keepsMs: GRAPH_KEEPS_MS,
  isEnabled: ({ receive }) => receive === 'webhook',
  verify: (request, context) => verifyGraphWebhook(request, context.settings),
  sign: signGraphDelivery,
  parse: ({ rawBody }) => deliveredEvents(rawBody),
};
