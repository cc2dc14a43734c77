import { createHmac } from 'node:crypto';
import { accept, reject, secretsMatch, type WebhookSource } from '@app/connector-kit';
import { registerWebhook } from './tiktok.api.js';
import { deliveredEvent } from './tiktok.events.js';
import type { TiktokSettings } from './tiktok.settings.js';

const SIGNATURE_HEADER = 'tiktok-signature';
/** https://developers.tiktok.com/doc/webhooks-overview: what is not taken is tried again for 72 hours. */
const KEEPS_MS = 72 * 3_600_000;
/** Clocks of two houses. */
const CLOCK_SKEW_MS = 10 * 60_000;

/** https://developers.tiktok.com/doc/webhooks-verification: `t=<seconds>,s=<HMAC-SHA256 of "t.body">`. */
export const tiktokWebhook: WebhookSource<TiktokSettings> = {
  keepsMs: KEEPS_MS,
  isEnabled: () => true,

  verify(request, { settings, now }) {
    if (request.method !== 'POST') return reject('TikTok delivers with POST');
    const given = partsOf(request.headers[SIGNATURE_HEADER] ?? '');
    const { t: time, s: signature } = given;
    if (time === undefined || signature === undefined) return reject('No signature (Tiktok-Signature)');
    if (!secretsMatch(signature.toLowerCase(), signatureOf(time, request.rawBody, settings.appSecret))) {
      return reject(
        'Wrong signature: the app secret of this connection is not that of the app which delivers',
      );
    }
    // Repeating an event changes nothing, so a delivery is too old only when TikTok itself would not repeat it.
    const age = now().getTime() - Number(time) * 1000;
    return age <= KEEPS_MS + CLOCK_SKEW_MS && age >= -CLOCK_SKEW_MS
      ? accept(request)
      : reject('The signature is too old, or from the future: is this machine’s clock right?');
  },

  sign(rawBody, { appSecret }, now) {
    const time = String(Math.floor(now.getTime() / 1000));
    return { headers: { [SIGNATURE_HEADER]: `t=${time},s=${signatureOf(time, rawBody, appSecret)}` } };
  },

  parse: ({ rawBody }) => [deliveredEvent(rawBody)],
  register: (url, context) => registerWebhook(context, url),
};

/** What TikTok puts behind `s=`. @param time seconds since 1970 */
export function signatureOf(time: string, rawBody: Buffer, appSecret: string): string {
  return createHmac('sha256', appSecret).update(`${time}.`).update(rawBody).digest('hex');
}

function partsOf(header: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(header.split(',').map((part) => part.trim().split('=', 2)));
}
