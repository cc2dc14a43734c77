import { readFileSync } from 'node:fs';
import type { WebhookRequest } from '@app/connector-kit';
import { describeConnectorContract } from '@app/connector-kit/contract';
import type { EventUnderTest, Recording, ScriptedAnswer } from '@app/connector-kit/testing';
import { parseGraphDelivery, signatureOf } from '@app/graph-api';
import type { InboundMessage } from '@app/report-model';
import { instagramConnector } from './instagram.connector.js';
import { instagramParts } from './instagram.events.js';
import { INSTAGRAM_WEBHOOK } from './instagram.webhook.js';

const APP_SECRET = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const VERIFY_TOKEN = 'contract-verify-token';
const ACCOUNT = '170000000000001';
const PAGE = '110000000000001';
const APP = '410000000000001';
const AT = '2025-11-24T16:00:00.000Z';
const AT_MS = '2025-11-24T16:00:00.500Z';

const fixture = (name: string): { entry: object[] } =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as {
    entry: object[];
  };
function event(name: string): EventUnderTest {
  const bytes = Buffer.from(JSON.stringify(fixture(name)));
  const [found] = parseGraphDelivery(bytes, 'instagram', instagramParts);
  if (found?.status !== 'readable') throw new Error(`${name} has no readable event`);
  return found;
}

const sari = { externalId: '180000000000001', handle: 'sari.contoh', displayName: 'sari.contoh' };
const comment = (id: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  externalId: id,
  conversation: { externalId: 'media_9', kind: 'public' },
  author: sari,
  sentAt: AT,
  text: 'Lampu jalan mati min',
  attachments: [],
  ...more,
});
const direct = (id: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  externalId: id,
  conversation: { externalId: sari.externalId, kind: 'private' },
  author: { externalId: sari.externalId },
  sentAt: AT_MS,
  text: '',
  attachments: [],
  ...more,
});
const unknownAuthor = (id: string) => ({ externalId: `author-of:${id}`, isAnonymous: true });
const mention = (id: string, mediaId: string) =>
  comment(id, {
    conversation: { externalId: `mention:${mediaId}`, kind: 'public' },
    author: unknownAuthor(id),
    text: '',
    notes: ['content-withheld'],
  });
const says = (name: string, message: InboundMessage): Recording => ({
  event: event(name),
  expected: { kind: 'message', message },
});

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
function healthy({ path }: { readonly path: string }): ScriptedAnswer {
  if (path.endsWith('/debug_token')) {
    const { scopes } = INSTAGRAM_WEBHOOK;
    return { body: { data: { app_id: APP, is_valid: true, expires_at: 0, scopes } } };
  }
  if (path.endsWith('/subscriptions')) {
    const fields = ['comments', 'messages'];
    const subscription = { object: 'instagram', callback_url: 'https://w.example', active: true, fields };
    return { body: { data: [subscription] } };
  }
  // The Page's own fields are others than the app's, and that is well.
  if (path.endsWith('/subscribed_apps'))
    return { body: { data: [{ id: APP, subscribed_fields: ['feed'] }] } };
  return { body: { id: ACCOUNT, username: 'pemkab.contoh' } };
}

describeConnectorContract({
  connector: instagramConnector,
  settings: (origin) => ({
    accessToken: 'EAAcontract-token-of-a-page',
    accountId: ACCOUNT,
    pageId: PAGE,
    appSecret: APP_SECRET,
    verifyToken: VERIFY_TOKEN,
    apiRoot: origin,
  }),
  secrets: ['accessToken', 'appSecret', 'verifyToken'],
  recordings: {
    'a comment': says('comment-in-changes', comment('c_1')),
    'a comment in the other envelope': says('comment-as-the-entry-itself', comment('c_2')),
    'an answer to a comment': says(
      'answer-to-comment',
      comment('c_3', { text: 'Di tempatku juga', replyToExternalId: 'c_1' }),
    ),
    'a comment of our own': says(
      'comment-of-our-own',
      comment('c_4', {
        text: 'Kami cek ya',
        replyToExternalId: 'c_1',
        author: {
          externalId: '190000000000001',
          handle: 'pemkab.contoh',
          displayName: 'pemkab.contoh',
          isOurs: true,
        },
      }),
    ),
    'a comment of which little is told': says(
      'comment-with-id-and-text-alone',
      comment('c_5', {
        text: 'Mantap',
        author: unknownAuthor('c_5'),
        conversation: { externalId: 'comment:c_5', kind: 'public' },
      }),
    ),
    'a comment on a live video': says('live-comment', comment('c_6')),
    'a mention in a comment, whose words Instagram keeps': says(
      'mention-in-comment',
      mention('c_7', 'media_10'),
    ),
    'a mention in a caption': says('mention-in-caption', mention('media_11', 'media_11')),
    'figures of a story': {
      event: event('story-insights'),
      expected: { kind: 'ignored', reason: 'a change to the account’s "story_insights"' },
    },
    'a direct message': says('direct-message', direct('ig_1', { text: 'Halo, mau tanya' })),
    'a story that mentions us': says(
      'story-mention',
      direct('ig_2', {
        attachments: [{ kind: 'other', url: 'https://cdn.example/story.jpg', description: 'story mention' }],
      }),
    ),
    'a direct message that was unsent': {
      event: event('direct-message-unsent'),
      expected: { kind: 'deletion', messageExternalId: 'ig_1', deletedAt: AT_MS },
    },
    'a colleague’s answer in the app': says(
      'echo',
      direct('ig_3', { author: { externalId: ACCOUNT, isOurs: true }, text: 'Silakan' }),
    ),
    'an answer that was read': {
      event: event('seen'),
      expected: { kind: 'delivery-update', replyExternalId: 'ig_3', status: 'read', at: AT_MS },
    },
  },
  unrecognised: {
    'an unknown part of a direct message': event('unknown-message-part'),
    'something that is no element': { kind: 'comment', externalId: '1', payload: 'halo' },
  },
  failureAnswers: {
    unauthorised: refusal(401, 190),
    forbidden: refusal(403, 10),
    'rate-limited': refusal(400, 80_002),
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
      'both envelopes in one': {
        body: {
          object: 'instagram',
          entry: [...fixture('comment-in-changes').entry, ...fixture('comment-as-the-entry-itself').entry],
        },
        externalIds: ['c_1', 'c_2'],
      },
    },
    batchWithUnreadable: {
      body: {
        object: 'instagram',
        entry: [
          ...fixture('comment-in-changes').entry,
          ...fixture('comment-without-id').entry,
          ...fixture('direct-message').entry,
        ],
      },
      externalIds: ['c_1', null, 'ig_1'],
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
              id: 'media_9',
              timestamp: '2025-11-20T01:00:00+0000',
              comments: {
                data: [
                  {
                    id: 'c_1',
                    text: 'Lampu jalan mati min',
                    timestamp: '2025-11-24T14:00:00+0000',
                    replies: {
                      data: [{ id: 'c_3', text: 'Di tempatku juga', timestamp: '2025-11-24T16:00:00+0000' }],
                    },
                  },
                ],
              },
            },
          ],
          paging: { next: 'https://graph.facebook.com/next', cursors: { after: 'A' } },
        },
      },
      externalIds: ['c_3'],
      nextCursor: 'A',
      hasMore: true,
    },
  },
  details: {
    event: event('mention-in-comment'),
    answers: {
      body: {
        id: ACCOUNT,
        mentioned_comment: { id: 'c_7', text: 'Lampu jalan mati min', timestamp: '2025-11-24T15:59:58+0000' },
      },
    },
    expected: [
      {
        kind: 'message',
        message: comment('c_7', {
          conversation: { externalId: 'mention:media_10', kind: 'public' },
          author: unknownAuthor('c_7'),
          sentAt: '2025-11-24T15:59:58.000Z',
        }),
      },
    ],
    gone: refusal(400, 100),
  },
  replies: {
    reply: {
      text: 'Terima kasih, tim kami menuju lokasi.',
      idempotencyKey: '00000000-0000-4000-8000-000000000001',
      conversation: { externalId: 'media_9', kind: 'public' },
      inReplyTo: { externalId: 'c_1', sentAt: new Date('2026-11-24T01:00:00Z') },
      recipient: { externalId: sari.externalId },
    },
    accepted: { answers: { body: { id: 'c_77' } }, externalId: 'c_77' },
    failures: { forbidden: 'permission-missing' },
  },
  health: { healthy: { answers: healthy, account: 'pemkab.contoh' } },
});
