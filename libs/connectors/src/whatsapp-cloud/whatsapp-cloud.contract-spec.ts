import { createHash } from 'node:crypto';
import type { WebhookRequest } from '@app/connector-kit';
import { describeConnectorContract } from '@app/connector-kit/contract';
import type { ScriptedAnswer } from '@app/connector-kit/testing';
import { signatureOf } from '@app/graph-api';
import { event, fixture, recordings, USER } from './fixtures/recordings.js';
import { whatsAppCloudConnector } from './whatsapp-cloud.connector.js';

const APP_SECRET = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const VERIFY_TOKEN = 'contract-verify-token';
const TOKEN = 'EAAcontract-token-of-a-system-user';
const PHONE = '310000000000001';
const WABA = '210000000000001';
const APP = '410000000000001';

const refusal = (status: number, code: number, more: object = {}): ScriptedAnswer => ({
  status,
  body: { error: { message: `(#${code}) of the contract`, type: 'OAuthException', code, ...more } },
});
const delivery = (headers: Record<string, string>, rawBody: Buffer): WebhookRequest => ({
  method: 'POST',
  headers,
  query: {},
  rawBody,
});
const signed = (rawBody: Buffer, secret = APP_SECRET) =>
  delivery({ 'x-hub-signature-256': signatureOf(rawBody, secret) }, rawBody);
const handshake = (token: string): WebhookRequest => ({
  method: 'GET',
  headers: {},
  query: { 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': '1158201444' },
  rawBody: Buffer.alloc(0),
});
const batch = (...names: string[]) => ({
  ...fixture(names[0] ?? ''),
  entry: names.flatMap((name) => fixture(name).entry),
});

const FILE = Buffer.from('isi sebuah foto');
const SHA256 = createHash('sha256').update(FILE).digest('hex');
const healthAnswers =
  (changes: { token?: object; number?: object; node?: object; fields?: readonly string[] } = {}) =>
  ({ path }: { path: string }): ScriptedAnswer => {
    const scopes = ['whatsapp_business_messaging', 'whatsapp_business_management'];
    if (path.endsWith('/debug_token'))
      return { body: { data: { app_id: APP, is_valid: true, expires_at: 0, scopes, ...changes.token } } };
    if (path.endsWith(`/${APP}/subscriptions`)) {
      const fields = changes.fields ?? ['messages'];
      return {
        body: {
          data: [{ object: 'whatsapp_business_account', callback_url: 'https://a', active: true, fields }],
        },
      };
    }
    if (path.endsWith('/subscribed_apps'))
      return { body: changes.node ?? { data: [{ whatsapp_business_api_data: { id: APP } }] } };
    const number = {
      display_phone_number: '+62 811-0000-0000',
      verified_name: 'Lapor Contoh',
      status: 'CONNECTED',
    };
    return { body: { id: PHONE, ...number, quality_rating: 'GREEN', ...changes.number } };
  };

describeConnectorContract({
  connector: whatsAppCloudConnector,
  settings: (origin) => ({
    accessToken: TOKEN,
    phoneNumberId: PHONE,
    businessAccountId: WABA,
    appSecret: APP_SECRET,
    verifyToken: VERIFY_TOKEN,
    apiRoot: origin,
  }),
  secrets: ['accessToken', 'appSecret', 'verifyToken'],
  recordings,
  unrecognised: {
    'a field of the future': event('unknown-field'),
    'a message of a new type': event('unknown-message-type'),
    'a known type in a new shape': event('known-type-in-unknown-shape'),
    'a message without a sender': event('message-without-sender'),
    'a message without an id': event('message-without-id'),
    'a status of the future': event('unknown-status'),
    'something that is no element': { kind: 'message', externalId: '1', payload: 'halo' },
  },
  failureAnswers: {
    unauthorised: refusal(401, 190, { error_subcode: 463, message: `Malformed access token ${TOKEN}` }),
    forbidden: refusal(403, 10),
    'rate-limited': refusal(400, 80007),
    'server-error': refusal(500, 2),
  },
  webhook: {
    genuine: (body) => signed(body),
    forgeries: {
      'no signature': (body) => delivery({}, body),
      'the signature of another app': (body) => signed(body, 'f'.repeat(32)),
      'the signature of another body': (body) =>
        delivery({ 'x-hub-signature-256': signatureOf(Buffer.from('{}'), APP_SECRET) }, body),
      'a wrong verify token': () => handshake('guessed-token'),
    },
    deliveries: {
      'one message': { body: fixture('text'), externalIds: ['wamid.text'] },
      'three statuses in one change': {
        body: fixture('statuses-out-of-order'),
        externalIds: ['wamid.ours:read', 'wamid.ours:sent', 'wamid.ours:delivered'],
      },
      'a group’s receipt': {
        body: fixture('status-of-group-member'),
        externalIds: [`wamid.ours:read:${USER}`],
      },
      'messages of two entries': {
        body: batch('text', 'document'),
        externalIds: ['wamid.text', 'wamid.document'],
      },
      'a part of the chat history': {
        body: fixture('chat-history'),
        externalIds: ['wamid.past-1', 'wamid.past-2'],
      },
    },
    batchWithUnreadable: {
      body: {
        ...batch('text'),
        entry: [...fixture('text').entry, { time: 7 }, ...fixture('document').entry],
      },
      externalIds: ['wamid.text', null, 'wamid.document'],
    },
    challenges: { handshake: { request: handshake(VERIFY_TOKEN), answer: '1158201444' } },
  },
  replies: {
    reply: {
      text: 'Petugas menuju lokasi.',
      idempotencyKey: '00000000-0000-4000-8000-000000000001',
      conversation: { externalId: USER, kind: 'private' },
      inReplyTo: { externalId: 'wamid.text', sentAt: new Date('2026-11-24T01:00:00Z') },
      recipient: { externalId: USER },
    },
    accepted: {
      answers: { body: { messaging_product: 'whatsapp', messages: [{ id: 'wamid.answer' }] } },
      externalId: 'wamid.answer',
    },
    failures: { forbidden: 'permission-missing' },
    furtherFailures: {
      'the window closed a moment ago': { answers: refusal(400, 131047), code: 'reply-refused' },
      'the person cannot be reached': { answers: refusal(400, 131026), code: 'reply-refused' },
      'too many messages to one person': { answers: refusal(400, 131056), code: 'rate-limited' },
      'the number was locked': { answers: refusal(403, 131031), code: 'permission-missing' },
      'the payment failed': { answers: refusal(400, 131042), code: 'permission-missing' },
      'an answer that is not Meta’s': { answers: { body: '<html>' }, code: 'outcome-unknown' },
    },
  },
  media: {
    attachment: { kind: 'image', externalId: '900000000000001', mimeType: 'image/jpeg' },
    messageExternalId: 'wamid.image',
    event: event('image-with-caption'),
    file: {
      body: FILE,
      answers: ({ path, headers }) =>
        path === '/file'
          ? { body: FILE }
          : {
              body: {
                url: `http://${String(headers['host'])}/file`,
                mime_type: 'image/jpeg',
                sha256: SHA256,
                file_size: String(FILE.length),
              },
            },
    },
    gone: refusal(400, 100, { error_subcode: 33 }),
  },
  health: {
    healthy: { answers: healthAnswers(), account: '+62 811-0000-0000 · Lapor Contoh' },
    furtherStates: {
      'the token was revoked': {
        answers: healthAnswers({ token: { is_valid: false } }),
        status: 'needs-reauthorisation',
        reason: /token/,
      },
      'a permission is missing': {
        answers: healthAnswers({ token: { scopes: ['whatsapp_business_management'] } }),
        status: 'needs-reauthorisation',
        reason: /whatsapp_business_messaging/,
      },
      'the token ends tomorrow': {
        answers: healthAnswers({ token: { expires_at: Date.parse('2026-11-25T03:00:00Z') / 1000 } }),
        status: 'degraded',
        reason: /ends in 1 days/,
      },
      'the number was banned': {
        answers: healthAnswers({ number: { status: 'BANNED' } }),
        status: 'degraded',
        reason: /BANNED/,
      },
      'people report the number': {
        answers: healthAnswers({ number: { quality_rating: 'RED' } }),
        status: 'degraded',
        reason: /RED/,
      },
      'the account does not deliver': {
        answers: healthAnswers({ node: { data: [] } }),
        status: 'degraded',
        reason: /not subscribed/,
      },
      'the webhook lacks its field': {
        answers: healthAnswers({ fields: ['account_update'] }),
        status: 'degraded',
        reason: /messages/,
      },
      'app secret and token do not belong together': {
        answers: refusal(400, 100, { message: 'Invalid appsecret_proof provided in the API argument' }),
        status: 'needs-reauthorisation',
        reason: /app secret/,
      },
    },
  },
});
