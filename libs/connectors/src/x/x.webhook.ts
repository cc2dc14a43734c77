import { createHmac } from 'node:crypto';
import {
  accept,
  reject,
  secretsMatch,
  type ConnectorContext,
  type WebhookRequest,
  type WebhookSource,
  type WebhookVerdict,
} from '@app/connector-kit';
import type { XSettings } from './x.settings.js';
import { subscribe, unsubscribe } from './x.subscriptions.js';
import { webhookEvents } from './x.webhook-events.js';

const SIGNATURE_HEADER = 'x-twitter-webhooks-signature';

/**
 * The challenge is answered with the same signature that proves deliveries: whoever could have any text signed could
 * forge them. A token of X is one short word; a delivery is JSON and never is.
 */
const TOKEN = /^[\w.+/=-]{1,200}$/;

/** Deliveries of the X Activity API, and of the older Account Activity API. */
export const xWebhook: WebhookSource<XSettings> = {
  isEnabled: ({ mode }) => mode === 'webhook',

  verify(request, { settings }) {
    if (request.method === 'GET') return answerChallenge(request, settings);
    const given = request.headers[SIGNATURE_HEADER];
    if (given === undefined) return reject('No signature');
    return secretsMatch(given, signatureOf(request.rawBody, settings))
      ? accept(request)
      : reject('Wrong signature');
  },

  sign: (rawBody, settings) => ({ headers: { [SIGNATURE_HEADER]: signatureOf(rawBody, settings) } }),

  parse: ({ rawBody }) => webhookEvents(rawBody),

  register: (url: string, context: ConnectorContext<XSettings>) => subscribe(url, context),
  unregister: (context: ConnectorContext<XSettings>) => unsubscribe(context),
};

function answerChallenge({ query }: WebhookRequest, settings: XSettings): WebhookVerdict {
  const token = query['crc_token'];
  if (token === undefined || !TOKEN.test(token)) return reject('No challenge that could come from X');
  return {
    verdict: 'challenge',
    body: JSON.stringify({ response_token: signatureOf(token, settings) }),
    contentType: 'application/json',
  };
}

function signatureOf(bytes: Buffer | string, { apiSecret }: XSettings): string {
  return `sha256=${createHmac('sha256', apiSecret).update(bytes).digest('base64')}`;
}
