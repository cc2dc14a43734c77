import type { WebhookRequest } from '@app/connector-kit';
import { describeConnectorContract } from '@app/connector-kit/contract';
import type { ScriptedAnswer } from '@app/connector-kit/testing';
import { signatureOf } from '@app/graph-api';
import { facebookConnector } from './facebook.connector.js';
import { event, fixture, PAGE, POST, recordings, sari } from './fixtures/recordings.js';

const APP_SECRET = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const VERIFY_TOKEN = 'contract-verify-token';
const APP = '410000000000001';

const delivery = (headers: Record<string, string>, rawBody: Buffer): WebhookRequest => ({
  method: 'POST',
  headers,
  query: {},
  rawBody,
});
const signed = (body: Buffer, secret = APP_SECRET) =>
  delivery({ 'x-hub-signature-256': signatureOf(body, secret) }, body);
const handshake = (token: string): WebhookRequest => ({
  method: 'GET',
  headers: {},
  query: { 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': '1158201444' },
  rawBody: Buffer.alloc(0),
});
const refusal = (status: number, code: number): ScriptedAnswer => ({
  status,
  body: { error: { code, message: 'refused' } },
});
const healthy: (query: { path: string }) => ScriptedAnswer = ({ path }) => {
  if (path.endsWith('/debug_token')) {
    return {
      body: {
        data: {
          app_id: APP,
          is_valid: true,
          expires_at: 0,
          scopes: [
            'pages_manage_metadata',
            'pages_read_engagement',
            'pages_read_user_content',
            'pages_manage_engagement',
            'pages_messaging',
          ],
        },
      },
    };
  }
  if (path.endsWith('/subscriptions')) {
    const fields = ['feed', 'messages'];
    return { body: { data: [{ object: 'page', callback_url: 'https://w.example', active: true, fields }] } };
  }
  if (path.endsWith('/subscribed_apps')) {
    return { body: { data: [{ id: APP, subscribed_fields: ['feed', 'messages'] }] } };
  }
  return { body: { id: PAGE, name: 'Pemkab Contoh' } };
};

describeConnectorContract({
  connector: facebookConnector,
  settings: (origin) => ({
    accessToken: 'EAAcontract-token-of-a-page',
    pageId: PAGE,
    appSecret: APP_SECRET,
    verifyToken: VERIFY_TOKEN,
    apiRoot: origin,
  }),
  secrets: ['accessToken', 'appSecret', 'verifyToken'],
  recordings,
  unrecognised: {
    'a change to an unknown thing': event('unknown-item'),
    'an unknown change': event('unknown-verb'),
    'an unknown part of Messenger': event('unknown-message-part'),
    'something that is no element': { kind: 'feed', externalId: '1', payload: 'halo' },
  },
  failureAnswers: {
    unauthorised: refusal(401, 190),
    forbidden: refusal(403, 10),
    'rate-limited': refusal(400, 80_001),
    'server-error': refusal(500, 2),
  },
  webhook: {
    genuine: (body) => signed(body),
    forgeries: {
      'no signature': (body) => delivery({}, body),
      'the signature of another app': (body) => signed(body, 'f'.repeat(32)),
      'a wrong verify token': () => handshake('guessed-token'),
    },
    deliveries: {
      'one comment': { body: fixture('comment'), externalIds: ['comment:add:500_601'] },
      'two receipts in one': { body: fixture('delivery-of-two'), externalIds: ['m_5', 'm_6'] },
    },
    batchWithUnreadable: {
      body: {
        object: 'page',
        entry: [
          ...fixture('comment').entry,
          ...fixture('comment-without-a-text-of-text').entry,
          ...fixture('message').entry,
        ],
      },
      externalIds: ['comment:add:500_601', null, 'm_1'],
    },
    challenges: { handshake: { request: handshake(VERIFY_TOKEN), answer: '1158201444' } },
  },
  backfill: {
    span: { from: new Date('2025-11-24T15:00:00Z'), to: new Date('2025-11-24T17:00:00Z') },
    page: {
      answers: {
        body: {
          data: [
            {
              id: POST,
              from: { id: PAGE, name: 'Pemkab Contoh' },
              message: 'Jadwal posyandu',
              created_time: '2025-11-20T01:00:00+0000',
              comments: {
                data: [
                  {
                    id: '500_601',
                    from: { id: '1', name: 'Sari' },
                    message: 'Jalan rusak',
                    created_time: '2025-11-24T16:00:00+0000',
                  },
                  { id: '500_600', message: 'Lama', created_time: '2025-11-24T14:00:00+0000' },
                ],
              },
            },
            {
              id: `${PAGE}_700`,
              from: { id: '2' },
              message: 'Usul taman',
              created_time: '2025-11-24T16:30:00+0000',
            },
          ],
          paging: { next: 'https://graph.facebook.com/next', cursors: { after: 'A' } },
        },
      },
      externalIds: ['comment:add:500_601', `status:add:${PAGE}_700`],
      nextCursor: 'A',
      hasMore: true,
    },
  },
  replies: {
    reply: {
      text: 'Terima kasih, tim kami menuju lokasi.',
      idempotencyKey: '00000000-0000-4000-8000-000000000001',
      conversation: { externalId: POST, kind: 'public' },
      inReplyTo: { externalId: '500_601', sentAt: new Date('2026-11-24T01:00:00Z') },
      recipient: { externalId: sari.externalId },
    },
    accepted: { answers: { body: { id: '500_777' } }, externalId: '500_777' },
    failures: { forbidden: 'permission-missing' },
  },
  health: {
    healthy: { answers: healthy, account: 'Pemkab Contoh' },
    furtherStates: {
      'a subscription that was taken away': {
        answers: (request) =>
          request.path.endsWith('/subscribed_apps') ? { body: { data: [] } } : healthy(request),
        status: 'degraded',
        reason: /not subscribed/,
      },
    },
  },
});
