import {
  accept,
  contentId,
  reject,
  secretsMatch,
  type ParsedEvent,
  type WebhookRequest,
  type WebhookSource,
} from '@app/connector-kit';
import { readQuery, textOf, withoutParameter } from './sms.kannel-query.js';
import type { KannelPayload } from './sms.payload.js';
import { senderOf } from './sms.sender.js';
import type { SmsSettings } from './sms.settings.js';

const SECRET = 'secret';
/** How `verify` hands the setting on to `parse`, which sees the request alone. */
const KEYWORDS_HEADER = 'x-wadah-keywords';
/** Kannel tries `http-request-retry` times, `http-queue-delay` seconds apart: as the README sets them, far longer. */
const KEEPS_MS = 24 * 3_600_000;
const FORM = 'application/x-www-form-urlencoded';

/** What Kannel's smsbox calls for every SMS (`get-url` or `post-url`) and for what became of an answer (`dlr-url`). */
export const smsWebhook: WebhookSource<SmsSettings> = {
  // Once it has got an answer; as long as it gets none it tries again.
  isNeverRetried: true,
  keepsMs: KEEPS_MS,
  isEnabled: (settings) => settings.mode === 'kannel',

  verify(request, { settings }) {
    const { webhookSecret, keywords } = settings;
    if (!webhookSecret) return reject('This connection has no webhook secret');
    const given = request.query[SECRET];
    if (given === undefined) return reject('No secret in the address');
    if (!secretsMatch(given, webhookSecret)) return reject('Wrong secret in the address');
    const { [SECRET]: _secret, ...query } = request.query;
    // From here on nothing holds the secret: neither the ledger nor the spool.
    return accept({
      ...request,
      query,
      rawQuery: withoutParameter(rawQueryOf(request), SECRET),
      headers: { ...request.headers, [KEYWORDS_HEADER]: keywords },
    });
  },

  sign: (_rawBody, { webhookSecret = '' }) => ({ query: { [SECRET]: webhookSecret } }),

  parse(request): readonly ParsedEvent[] {
    const payload = payloadOf(request);
    const query = readQuery(payload.query);
    const bytes = Buffer.from(payload.query, 'latin1');
    const from = textOf(query, 'from');
    const status = textOf(query, 'status');
    if (status === undefined && from === undefined) {
      const rest = payload.body === undefined ? [] : [Buffer.from('\n'), request.rawBody];
      return [unreadable(Buffer.concat([bytes, ...rest]))];
    }
    const id = textOf(query, 'id') ?? contentId(`${payload.query}${payload.body ?? ''}`);
    const isReceipt = status !== undefined;
    return [
      {
        status: 'readable',
        kind: isReceipt ? 'receipt' : 'message',
        externalId: id,
        conversationKey: isReceipt ? (textOf(query, 'ref') ?? id) : senderOf(from ?? '').externalId,
        payload,
      },
    ];
  },
};

function payloadOf(request: WebhookRequest): KannelPayload {
  const contentType = request.headers['content-type'];
  const fixed = { via: 'kannel', keywords: request.headers[KEYWORDS_HEADER] ?? '' } as const;
  const query = rawQueryOf(request);
  if (request.method === 'GET') return { ...fixed, query };
  if (contentType?.startsWith(FORM)) {
    const form = request.rawBody.toString('latin1');
    return { ...fixed, query: query === '' ? form : `${query}&${form}` };
  }
  return {
    ...fixed,
    query,
    body: request.rawBody.toString('base64'),
    ...(contentType ? { contentType } : {}),
  };
}

function rawQueryOf({ rawQuery, query }: WebhookRequest): string {
  if (rawQuery !== undefined) return rawQuery;
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return new URLSearchParams(given).toString();
}

function unreadable(bytes: Buffer): ParsedEvent {
  return { status: 'unreadable', bytes, reason: 'Neither an SMS (from=…) nor a delivery report (status=…)' };
}
