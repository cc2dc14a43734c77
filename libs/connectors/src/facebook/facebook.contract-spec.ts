import { readFileSync } from 'node:fs';
import type { WebhookRequest } from '@app/connector-kit';
import {
  describeConnectorContract,
  type EventUnderTest,
  type Recording,
  type ScriptedAnswer,
} from '@app/connector-kit/testing';
import { parseGraphDelivery, signatureOf } from '@app/graph-api';
import type { InboundMessage } from '@app/report-model';
import { facebookConnector } from './facebook.connector.js';
import { facebookParts } from './facebook.events.js';

const APP_SECRET = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const VERIFY_TOKEN = 'contract-verify-token';
const PAGE = '110000000000001';
const POST = `${PAGE}_500`;
const APP = '410000000000001';
const AT = '2025-11-24T16:00:00.000Z';
const AT_MS = '2025-11-24T16:00:00.500Z';

const fixture = (name: string): { entry: object[] } =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as {
    entry: object[];
  };
function event(name: string, index = 0): EventUnderTest {
  const found = parseGraphDelivery(Buffer.from(JSON.stringify(fixture(name))), 'page', facebookParts)[index];
  if (found?.status !== 'readable') throw new Error(`${name} has no readable event ${index}`);
  return found;
}

const sari = { externalId: '120000000000001', displayName: 'Sari Contoh' };
const ours = { externalId: PAGE, isOurs: true as const };
const comment = (id: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  externalId: id,
  conversation: { externalId: POST, kind: 'public' },
  author: sari,
  sentAt: AT,
  text: 'Jalan di depan pasar berlubang, min',
  attachments: [],
  permalink: `https://www.facebook.com/${id}`,
  ...more,
});
const direct = (id: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  externalId: id,
  conversation: { externalId: sari.externalId, kind: 'private' },
  author: { externalId: sari.externalId },
  sentAt: AT_MS,
  text: '',
  attachments: [],
  permalink: `https://business.facebook.com/latest/inbox/all?asset_id=${PAGE}`,
  ...more,
});
const says = (name: string, message: InboundMessage): Recording => ({
  event: event(name),
  expected: { kind: 'message', message },
});
const ignored = (name: string, reason: string): Recording => ({
  event: event(name),
  expected: { kind: 'ignored', reason },
});
const edited = comment('500_601', { text: 'Jalan di depan pasar berlubang dalam' });
const editedMessage = direct('m_1', { text: 'Kapan jadwal vaksin anak?' });

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
  recordings: {
    'a comment': says('comment', comment('500_601')),
    'a comment with the names of older versions': says(
      'comment-old-names-numeric-ids',
      comment('500_602', { author: { externalId: '120000000000002', displayName: 'Budi Contoh' } }),
    ),
    'an answer to a comment': says(
      'comment-reply-to-comment',
      comment('500_603', { text: 'Sudah dua bulan', replyToExternalId: '500_601' }),
    ),
    'a comment whose author Facebook does not name': says(
      'comment-without-author',
      comment('500_604', { author: { externalId: 'author-of:500_604', isAnonymous: true } }),
    ),
    'a comment with a photo': says(
      'comment-with-photo',
      comment('500_605', { attachments: [{ kind: 'image', url: 'https://cdn.example/foto.jpg' }] }),
    ),
    'a comment of the Page itself': says(
      'comment-of-the-page',
      comment('500_606', {
        author: { ...ours, displayName: 'Pemkab Contoh' },
        text: 'Terima kasih, tim kami cek.',
        replyToExternalId: '500_601',
      }),
    ),
    'a comment that was edited': {
      event: event('comment-edited'),
      expected: {
        kind: 'edit',
        messageExternalId: '500_601',
        editedAt: '2025-11-24T16:01:00.000Z',
        text: edited.text,
        attachments: [],
        message: edited,
      },
    },
    'a comment that was removed': {
      event: event('comment-removed'),
      expected: { kind: 'deletion', messageExternalId: '500_601', deletedAt: '2025-11-24T16:02:00.000Z' },
    },
    'a comment that was hidden': ignored('comment-hidden', 'comment hidden on the Page'),
    'a post of a visitor': says(
      'visitor-post',
      comment(`${PAGE}_700`, {
        conversation: { externalId: `${PAGE}_700`, kind: 'public' },
        text: 'Usul taman bermain di alun-alun',
      }),
    ),
    'a post of the Page itself': ignored('own-post-with-photos', 'a post of the Page itself'),
    'a reaction to a comment': {
      event: event('reaction-to-comment'),
      expected: { kind: 'reaction', messageExternalId: '500_601', author: sari, emoji: '😡' },
    },
    'a reaction that was taken back': {
      event: event('reaction-taken-back'),
      expected: { kind: 'reaction', messageExternalId: '500_601', author: sari, emoji: '' },
    },
    'a like of the Page': ignored('page-liked', 'the Page itself was liked'),
    'a mention elsewhere': says(
      'mention-in-comment-without-author',
      comment('900_901', {
        conversation: { externalId: '130000000000001_900', kind: 'public' },
        author: { externalId: 'author-of:900_901', isAnonymous: true },
        text: 'Mohon dibantu @Pemkab Contoh',
      }),
    ),
    'a recommendation': says(
      'recommendation',
      comment('140000000000001', {
        conversation: { externalId: '140000000000001', kind: 'public' },
        text: 'Pelayanan lambat',
      }),
    ),
    'a change to the Page’s profile': ignored('profile-change', 'a change to the Page’s "parking"'),
    'a message': says('message', direct('m_1', { text: 'Kapan jadwal vaksin?' })),
    'a message with a photo, in answer to another': says(
      'message-with-photo-and-reply',
      direct('m_2', {
        text: 'Ini fotonya',
        replyToExternalId: 'm_1',
        attachments: [{ kind: 'image', url: 'https://cdn.example/p.jpg' }],
      }),
    ),
    'a place': says('message-location', direct('m_3', { location: { latitude: 0.5, longitude: 117.5 } })),
    'a message that was edited': {
      event: event('message-edited-count-as-text'),
      expected: {
        kind: 'edit',
        messageExternalId: 'm_1',
        editedAt: AT_MS,
        text: editedMessage.text,
        attachments: [],
        message: editedMessage,
      },
    },
    'a message that was unsent': {
      event: event('message-deleted'),
      expected: { kind: 'deletion', messageExternalId: 'm_1', deletedAt: AT_MS },
    },
    'a message that Meta withholds': says(
      'message-unsupported',
      direct('m_4', { notes: ['content-withheld'] }),
    ),
    'a colleague’s answer in Business Suite': says(
      'echo-of-colleague',
      direct('m_5', { author: ours, text: 'Setiap Selasa' }),
    ),
    'a delivery receipt': {
      event: event('delivery-of-two', 1),
      expected: {
        kind: 'delivery-update',
        replyExternalId: 'm_6',
        status: 'delivered',
        at: AT_MS,
      },
    },
    'a reading up to a time': ignored('read', 'read by the citizen up to this point'),
    'a reaction to a message': {
      event: event('message-reaction'),
      expected: {
        kind: 'reaction',
        messageExternalId: 'm_5',
        author: { externalId: sari.externalId },
        emoji: '👍',
      },
    },
    'a button': says('button-pressed', direct('m_7', { text: 'Lapor' })),
    'a link that was followed': ignored('referral', 'the citizen came over a link'),
    'a message while another app has the conversation': says('standby', direct('m_8', { text: 'Halo' })),
  },
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
