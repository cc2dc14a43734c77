import { createHmac } from 'node:crypto';
import {
  accept,
  reject,
  secretsMatch,
  type WebhookRequest,
  type WebhookSignature,
  type WebhookVerdict,
} from '@app/connector-kit';

/** developers.facebook.com/docs/graph-api/webhooks/getting-started: what is not taken is tried again for 36 hours. */
export const GRAPH_KEEPS_MS = 36 * 3_600_000;

const SIGNATURE_HEADER = 'x-hub-signature-256';

/**
 * Meta's handshake (`hub.mode`, `hub.verify_token`, `hub.challenge`) and its signature, HMAC-SHA256 over the bytes as
 * they came. Meta writes everything beyond ASCII as `\uXXXX` before it signs: JSON that was parsed and written again
 * has other bytes and another signature.
 */
export function verifyGraphWebhook(
  request: WebhookRequest,
  { appSecret, verifyToken }: { readonly appSecret: string; readonly verifyToken?: string | undefined },
): WebhookVerdict {
  if (request.method === 'GET') return answerHandshake(request, verifyToken);
  const given = request.headers[SIGNATURE_HEADER];
  if (given === undefined) return reject('No signature (X-Hub-Signature-256)');
  if (!appSecret) return reject('This connection has no app secret');
  return secretsMatch(given.toLowerCase(), signatureOf(request.rawBody, appSecret))
    ? accept(request)
    : reject('Wrong signature: the app secret of this connection is not that of the app which delivers');
}

/** What Meta puts into `X-Hub-Signature-256`. */
export function signatureOf(rawBody: Buffer, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(rawBody).digest('hex')}`;
}

/** What Meta sends along with these bytes. */
export function signGraphDelivery(
  rawBody: Buffer,
  { appSecret }: { readonly appSecret: string },
): WebhookSignature {
  return { headers: { [SIGNATURE_HEADER]: signatureOf(rawBody, appSecret) } };
}

function answerHandshake({ query }: WebhookRequest, verifyToken: string | undefined): WebhookVerdict {
  const challenge = query['hub.challenge'];
  if (query['hub.mode'] !== 'subscribe' || challenge === undefined) return reject('Not a handshake of Meta');
  if (!verifyToken) return reject('This connection has no verify token');
  if (!secretsMatch(query['hub.verify_token'], verifyToken)) return reject('Wrong verify token');
  return { verdict: 'challenge', body: challenge, contentType: 'text/plain' };
}
