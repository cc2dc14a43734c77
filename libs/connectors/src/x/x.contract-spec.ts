import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { WebhookRequest } from '@app/connector-kit';
import { expect } from '@jest/globals';
import { describeConnectorContract } from '@app/connector-kit/contract';
import type { EventUnderTest } from '@app/connector-kit/testing';
import { createXConnector } from './x.connector.js';

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8'));
const event = (name: string): EventUnderTest => ({
  kind: 'post',
  externalId: (fixture(name) as { post: { id: string } }).post.id,
  payload: fixture(name),
});

const FIRST = '2123582609421238273';
const EDITED = '2123587126686646274';
const FOLLOW_UP = '2123597193016246275';
const NEWER = '2123612292510646276';
const NEWEST = '2123627392005046277';
const OUR_ID = '900000000000000001';
const NEXT_TOKEN = '7140dibdnow9c7btw3w29grvxfcgvpb9n9coehpk7xz5i';

const siti = { externalId: '800000000000000101', displayName: 'Siti Contoh', handle: 'siti_contoh' };
const message = (text: string, more: object = {}) => ({
  externalId: FIRST,
  conversation: { externalId: FIRST, kind: 'public' as const },
  author: siti,
  sentAt: '2026-11-20T01:02:03.000Z',
  text,
  attachments: [],
  permalink: `https://x.com/siti_contoh/status/${FIRST}`,
  ...more,
});
const edit = (text: string, more: object = {}) => ({
  kind: 'edit' as const,
  messageExternalId: FIRST,
  editedAt: '2026-11-20T01:20:00.000Z',
  text,
  attachments: [],
  message: message(text, { permalink: `https://x.com/siti_contoh/status/${EDITED}`, ...more }),
});

const sign = (bytes: Buffer | string) =>
  `sha256=${createHmac('sha256', 'contract-api-secret').update(bytes).digest('base64')}`;
const delivery =
  (headers: (rawBody: Buffer) => Record<string, string>) =>
  (rawBody: Buffer): WebhookRequest => ({ method: 'POST', headers: headers(rawBody), query: {}, rawBody });
const header = 'x-twitter-webhooks-signature';
const challenge = (token: string): WebhookRequest => ({
  method: 'GET',
  headers: {},
  query: { crc_token: token, nonce: 'abc' },
  rawBody: Buffer.alloc(0),
});
const problem = (status: number, type: string, detail: string, headers: Record<string, string> = {}) => ({
  status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  body: { title: 'Problem', type: `https://api.x.com/2/problems/${type}`, detail, status },
});
const ME = { body: { data: { id: OUR_ID, name: 'Pemkot Contoh', username: 'PemkotContoh' } } };
const SWEEP = { userId: OUR_ID, sinceId: FOLLOW_UP };
const EDIT_TEXT = '@PemkotContoh lampu jalan di RT 05 mati sejak Selasa';

describeConnectorContract({
  connector: createXConnector(),
  settings: (endpoint) => ({
    apiKey: 'contract-api-key',
    apiSecret: 'contract-api-secret',
    accessToken: `${OUR_ID}-contract-access-token`,
    accessSecret: 'contract-access-secret',
    monthlyBudgetRupiah: 0,
    endpoint,
  }),
  secrets: ['apiKey', 'apiSecret', 'accessToken', 'accessSecret'],
  // The library waits fifteen seconds for a silent platform; the host's own signal ends it sooner.
  context: () => ({ signal: AbortSignal.timeout(1000) }),
  recordings: {
    'a mention with escaped characters': {
      event: event('mention-with-escaped-characters'),
      expected: {
        kind: 'message',
        message: message(
          '@PemkotContoh lampu jalan di RT 05 & RT 06 mati sejak <Senin>, tolong diperbaiki. Kode &lt; apa itu?',
        ),
      },
    },
    'a reply with a photo': {
      event: event('reply-with-photo'),
      expected: {
        kind: 'message',
        message: message('@PemkotContoh ini fotonya https://t.co/abcdefghij', {
          externalId: FOLLOW_UP,
          sentAt: '2026-11-20T02:00:00.000Z',
          replyToExternalId: FIRST,
          attachments: [
            {
              kind: 'image',
              externalId: '3_7001',
              url: 'https://pbs.twimg.com/media/contoh.jpg',
              description: 'Tiang lampu yang mati',
            },
          ],
          permalink: `https://x.com/siti_contoh/status/${FOLLOW_UP}`,
        }),
      },
    },
    'an edited post, which has a new id': {
      event: event('edited-post-has-new-id'),
      expected: edit(EDIT_TEXT),
    },
    'a long post, cut off in its text': {
      event: event('long-post-cut-off-in-text'),
      expected: {
        kind: 'message',
        message: message(
          '@PemkotContoh Kepada Yth. Bapak Wali Kota, kami warga RT 05 memohon perbaikan drainase & jalan yang ' +
            'rusak sejak banjir bulan lalu.',
        ),
      },
    },
    'a quote': {
      event: event('quote-keeps-its-text'),
      expected: {
        kind: 'message',
        message: message('Tolong ditindak @PemkotContoh https://t.co/klmnopqrst'),
      },
    },
    'a video and a small place': {
      event: event('video-and-small-place'),
      expected: {
        kind: 'message',
        message: message('@PemkotContoh banjir di sini', {
          attachments: [
            {
              kind: 'video',
              externalId: '7_7002',
              url: 'https://video.twimg.com/large.mp4',
              mimeType: 'video/mp4',
            },
            { kind: 'other', externalId: '3_9999' },
          ],
          location: { latitude: -6.75, longitude: 107, label: 'Pasar Contoh' },
        }),
      },
    },
    'a post whose author X left out': {
      event: event('author-not-included'),
      expected: {
        kind: 'message',
        message: message('@PemkotContoh halo', {
          author: { externalId: siti.externalId },
          permalink: `https://x.com/i/status/${FIRST}`,
        }),
      },
    },
    'a post with the field names of the 2026 specification': {
      event: event('post-instead-of-tweet-names'),
      expected: edit('@PemkotContoh nama bidang baru, lengkap', { replyToExternalId: FIRST }),
    },
    'a post of our own': { event: event('our-own-post'), expected: { kind: 'ignored', reason: 'own post' } },
  },
  unrecognised: {
    'a post without text': event('post-without-text'),
    'an activity that is new': {
      kind: 'activity',
      externalId: '1',
      payload: { type: 'hologram.received', content: { sender_id: '8' } },
    },
    'a direct message without a sender': { kind: 'dm', externalId: '1', payload: { message: { id: '1' } } },
    'a kind of event that is new': { kind: 'hologram', externalId: '1', payload: {} },
    'an empty payload': { kind: 'post', externalId: '1', payload: {} },
  },
  webhook: {
    settings: { mode: 'webhook' },
    genuine: delivery((body) => ({ [header]: sign(body) })),
    forgeries: {
      'no signature': delivery(() => ({})),
      'the signature of other bytes': delivery((body) => ({ [header]: sign(`${body.toString()} `) })),
      'a signature without its prefix': delivery((body) => ({ [header]: sign(body).slice(7) })),
      'the signature of a wrong key': delivery((body) => ({
        [header]: `sha256=${createHmac('sha256', 'contract-api-key').update(body).digest('base64')}`,
      })),
      'a challenge that would sign a delivery': (body) => challenge(body.toString()),
      'a question without a challenge': () => ({ ...challenge(''), query: {} }),
    },
    deliveries: {
      'a mention': { body: fixture('activity-mention'), externalIds: [FIRST] },
      'two direct messages at once': {
        body: fixture('activity-direct-messages'),
        externalIds: [FOLLOW_UP, '2123597193016246276'],
      },
      'an activity with a negative id': {
        body: { data: { event_type: 'like.create', event_uuid: '-34', filter: {}, payload: { id: 'x' } } },
        externalIds: ['-34'],
      },
    },
    batchWithUnreadable: {
      body: fixture('account-activity-many'),
      externalIds: [
        FIRST,
        null,
        '2123582609421238280',
        '2123597193016246299',
        '2123582609421238200',
        expect.stringMatching(/^sha256:/) as unknown as string,
      ],
    },
    challenges: {
      'of X': {
        request: challenge('MTczMjUxNjQ4MTk3'),
        answer: JSON.stringify({ response_token: sign('MTczMjUxNjQ4MTk3') }),
      },
    },
  },
  pull: {
    cursor: JSON.stringify(SWEEP),
    page: {
      answers: { body: fixture('page-of-mentions') },
      externalIds: [NEWER, NEWEST],
      nextCursor: JSON.stringify({
        ...SWEEP,
        next: { token: NEXT_TOKEN, newestId: NEWEST, window: { since_id: FOLLOW_UP } },
      }),
      hasMore: true,
    },
    emptyPage: { body: fixture('page-without-mentions') },
    pageWithUnreadable: {
      answers: { body: fixture('page-with-unreadable-post') },
      externalIds: [NEWER, null, NEWEST],
    },
    furtherFailures: {
      'no credits left': {
        answers: problem(402, 'credits-depleted', 'No credits'),
        code: 'budget-exhausted',
      },
      'the monthly cap': { answers: problem(429, 'usage-capped', 'Monthly cap'), code: 'budget-exhausted' },
      'a 200 with errors instead of data': {
        answers: {
          body: {
            errors: [{ title: 'x', type: 'https://api.x.com/2/problems/not-authorized-for-resource' }],
          },
        },
        code: 'permission-missing',
      },
      'a secret that X repeats': {
        answers: problem(403, 'client-forbidden', 'App contract-api-key is not enrolled'),
        code: 'permission-missing',
      },
      'an answer cut off in the middle': { answers: 'cut', code: 'transient' },
    },
  },
  backfill: {
    span: { from: new Date('2026-11-21T00:00:00Z'), to: new Date('2026-11-24T00:00:00Z') },
    page: {
      answers: ({ path }) => (path.endsWith('/me') ? ME : { body: fixture('page-of-mentions') }),
      externalIds: [NEWER, NEWEST],
      nextCursor: JSON.stringify({ userId: OUR_ID, stream: 'mentions', token: NEXT_TOKEN }),
      hasMore: true,
    },
  },
  replies: {
    reply: {
      conversation: { externalId: FIRST, kind: 'public' },
      inReplyTo: { externalId: FIRST, sentAt: new Date('2026-11-20T01:02:03Z') },
      recipient: { externalId: siti.externalId, handle: siti.handle },
      text: 'Terima kasih, laporan Ibu sudah kami teruskan ke Dinas Perhubungan.',
      idempotencyKey: 'contract-1',
    },
    accepted: {
      answers: { status: 201, body: { data: { id: '2124800000000000000', text: 'x' } } },
      externalId: '2124800000000000000',
    },
    furtherFailures: {
      'a duplicate': {
        answers: problem(403, 'about:blank', 'You are not allowed to create a Tweet with duplicate content.'),
        code: 'reply-refused',
      },
      'an app that may only read': {
        answers: problem(403, 'oauth1-permissions', 'Your client app is not configured'),
        code: 'permission-missing',
      },
      'a post that is gone': { answers: problem(404, 'resource-not-found', 'gone'), code: 'reply-refused' },
      'the monthly cap': { answers: problem(429, 'usage-capped', 'Monthly cap'), code: 'budget-exhausted' },
      'an acceptance without an id': { answers: { status: 201, body: {} }, code: 'outcome-unknown' },
      'a log-in page instead of an answer': { answers: { body: '<html></html>' }, code: 'outcome-unknown' },
    },
  },
  media: {
    attachment: { kind: 'image', externalId: '7001', url: 'https://ton.twitter.com/i/ton/data/dm/1/2/a.jpg' },
    messageExternalId: `dm:${FOLLOW_UP}`,
    file: { answers: { body: Buffer.from('a photo') }, body: Buffer.from('a photo') },
    gone: problem(404, 'resource-not-found', 'gone'),
  },
  health: {
    healthy: { answers: ME, account: '@PemkotContoh' },
    furtherStates: {
      'no credits left': {
        answers: problem(402, 'credits-depleted', 'No credits'),
        status: 'degraded',
        reason: /console\.x\.com/,
      },
    },
  },
});
