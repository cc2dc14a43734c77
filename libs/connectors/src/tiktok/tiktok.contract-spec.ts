import { readFileSync } from 'node:fs';
import type { WebhookRequest } from '@app/connector-kit';
import { describeConnectorContract } from '@app/connector-kit/contract';
import {
  TEST_NOW,
  type EventUnderTest,
  type RecordedRequest,
  type ScriptedAnswer,
} from '@app/connector-kit/testing';
import type { InboundMessage } from '@app/report-model';
import { tiktokConnector } from './tiktok.connector.js';
import { deliveredEvent } from './tiktok.events.js';
import { signatureOf } from './tiktok.webhook.js';

const APP_SECRET = 'contract-secret-of-the-app';
const BUSINESS = 'business-1';
const CONVERSATION = 'conversation-1';

const fixture = (name: string): object =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as object;
function event(name: string): EventUnderTest {
  const found = deliveredEvent(Buffer.from(JSON.stringify(fixture(name))));
  if (found.status !== 'readable') throw new Error(`${name} has no readable event`);
  return found;
}
const message = (id: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  externalId: id,
  conversation: { externalId: CONVERSATION, kind: 'private' },
  author: { externalId: 'user-1', displayName: 'sari.contoh' },
  sentAt: '2026-11-24T01:00:00.000Z',
  text: '',
  attachments: [],
  ...more,
});

const delivery = (headers: Record<string, string>, rawBody: Buffer): WebhookRequest => ({
  method: 'POST',
  headers,
  query: {},
  rawBody,
});
const SECONDS = TEST_NOW.getTime() / 1000;
const signed = (body: Buffer, secret = APP_SECRET, seconds = SECONDS) =>
  delivery({ 'tiktok-signature': `t=${seconds},s=${signatureOf(String(seconds), body, secret)}` }, body);

/** TikTok signs in first, then answers. */
const signedIn =
  (answer: (request: RecordedRequest) => ScriptedAnswer) =>
  (request: RecordedRequest): ScriptedAnswer =>
    request.path.includes('/refresh_token/')
      ? success({
          access_token: 'contract-access',
          expires_in: 86_400,
          refresh_token: 'contract-refresh-token',
        })
      : answer(request);
const success = (data: object): ScriptedAnswer => ({
  body: { code: 0, message: 'OK', request_id: '1', data },
});
const refusal = (code: number): ScriptedAnswer => ({
  body: { code, message: 'No.', request_id: '1', data: {} },
});
const failing = (code: number) => signedIn(() => refusal(code));
const PICTURE = Buffer.from('isi gambar');

describeConnectorContract({
  connector: tiktokConnector,
  settings: (origin) => ({
    appId: '7000000000001',
    appSecret: APP_SECRET,
    businessId: BUSINESS,
    refreshToken: 'contract-refresh-token',
    apiRoot: origin,
  }),
  secrets: ['appSecret', 'refreshToken'],
  recordings: {
    'a direct message': {
      event: event('text'),
      expected: {
        kind: 'message',
        message: message('m1', { text: 'Lampu jalan mati', replyToExternalId: 'm0' }),
      },
    },
    'a picture': {
      event: event('image'),
      expected: {
        kind: 'message',
        message: message('m2', { attachments: [{ kind: 'image', externalId: 'media-1' }] }),
      },
    },
    'a video that was shared': {
      event: event('share-post'),
      expected: { kind: 'message', message: message('m3', { text: 'https://www.tiktok.com/embed/123' }) },
    },
    'a sticker': {
      event: event('sticker'),
      expected: {
        kind: 'message',
        message: message('m4', { attachments: [{ kind: 'sticker', description: 'TikTok' }] }),
      },
    },
    'something that TikTok keeps to itself': {
      event: event('other-kind'),
      expected: { kind: 'message', message: message('m5', { notes: ['content-withheld'] }) },
    },
    'an answer of ours': {
      event: event('sent-by-us'),
      expected: {
        kind: 'message',
        message: message('m6', {
          text: 'Kami cek ya',
          author: { externalId: BUSINESS, displayName: 'pemkab.contoh', isOurs: true },
        }),
      },
    },
    'an answer that was read': {
      event: event('read'),
      expected: {
        kind: 'delivery-watermark',
        conversationExternalId: CONVERSATION,
        status: 'read',
        upTo: '2026-11-24T01:05:00.000Z',
      },
    },
    'a message that we have read': {
      event: event('read-by-us'),
      expected: { kind: 'ignored', reason: 'read by ourselves' },
    },
    'something about the account': {
      event: event('authorised'),
      expected: { kind: 'ignored', reason: 'an event of kind "tcm.authorised"' },
    },
  },
  unrecognised: {
    'a message without its sender': {
      kind: 'im_receive_msg',
      externalId: 'm9',
      payload: { businessId: BUSINESS, content: { type: 'text', message_id: 'm9' } },
    },
    'something that is no event': { kind: 'im_receive_msg', externalId: 'm9', payload: 'halo' },
  },
  failureAnswers: {
    unauthorised: failing(40_105),
    forbidden: failing(40_001),
    'rate-limited': failing(40_100),
    'server-error': failing(50_000),
  },
  webhook: {
    genuine: (body) => signed(body),
    forgeries: {
      'no signature': (body) => delivery({}, body),
      'the signature of another app': (body) => signed(body, 'another-secret-of-an-app'),
      'a signature of last week': (body) => signed(body, APP_SECRET, SECONDS - 7 * 86_400),
      'a signature of tomorrow': (body) => signed(body, APP_SECRET, SECONDS + 86_400),
      'the time of another delivery': (body) => {
        const { headers, ...rest } = signed(body);
        const signature = headers['tiktok-signature'] ?? '';
        return { ...rest, headers: { 'tiktok-signature': signature.replace(/^t=\d+/, `t=${SECONDS - 1}`) } };
      },
    },
    deliveries: {
      'a message': { body: fixture('text'), externalIds: ['m1'] },
      'content that is no JSON': {
        body: { event: 'im_receive_msg', user_openid: BUSINESS, content: '{"message_id":' },
        externalIds: [null],
      },
    },
  },
  replies: {
    reply: {
      text: 'Terima kasih, tim kami menuju lokasi.',
      idempotencyKey: '00000000-0000-4000-8000-000000000001',
      conversation: { externalId: CONVERSATION, kind: 'private' },
      inReplyTo: { externalId: 'm1', sentAt: new Date('2026-11-24T01:00:00Z') },
      recipient: { externalId: 'user-1' },
    },
    accepted: {
      answers: signedIn(() => success({ message: { message_id: 'm77' } })),
      externalId: 'm77',
    },
    furtherFailures: {
      'a conversation that is closed': { answers: failing(40_002), code: 'reply-refused' },
    },
  },
  media: {
    attachment: { kind: 'image', externalId: 'media-1' },
    messageExternalId: 'm2',
    event: event('image'),
    file: {
      answers: signedIn(({ path, headers }) =>
        path.includes('/media/download/')
          ? success({ download_url: `http://${headers['host'] ?? ''}/file.jpg` })
          : { body: PICTURE },
      ),
      body: PICTURE,
    },
    gone: signedIn(({ path, headers }) =>
      path.includes('/media/download/')
        ? success({ download_url: `http://${headers['host'] ?? ''}/file.jpg` })
        : { status: 404 },
    ),
  },
  health: {
    healthy: { answers: signedIn(() => success({ username: 'pemkab.contoh' })), account: '@pemkab.contoh' },
  },
});
