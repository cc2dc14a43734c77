import { readFileSync } from 'node:fs';
import type { WebhookRequest } from '@app/connector-kit';
import { describeConnectorContract } from '@app/connector-kit/contract';
import {
  TEST_NOW,
  type EventUnderTest,
  type RecordedRequest,
  type ScriptedAnswer,
} from '@app/connector-kit/testing';
import { signatureOf } from '@app/graph-api';
import type { InboundMessage } from '@app/report-model';
import { threadsConnector } from './threads.connector.js';
import { deliveredEvents } from './threads.events.js';

const APP_SECRET = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const VERIFY_TOKEN = 'contract-verify-token';

const fixture = (name: string): object =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as object;
function event(name: string): EventUnderTest {
  const [found] = deliveredEvents(Buffer.from(JSON.stringify(fixture(name))));
  if (found?.status !== 'readable') throw new Error(`${name} has no readable event`);
  return found;
}
const sari = { externalId: 'sari.contoh', handle: 'sari.contoh', displayName: 'sari.contoh' };
const message = (id: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  externalId: id,
  conversation: { externalId: '18001', kind: 'public' },
  author: sari,
  sentAt: '2026-11-24T01:00:00.000Z',
  text: 'Lampu jalan mati min',
  attachments: [],
  ...more,
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

/** Our posts and what stands below them, and where others mention us. */
const activity =
  (mentions: readonly object[], replies: readonly object[]) =>
  ({ path }: RecordedRequest): ScriptedAnswer => {
    if (path.includes('/me/mentions')) return { body: { data: mentions } };
    if (path.includes('/me/threads')) {
      return { body: { data: [{ id: '18001', timestamp: '2026-11-23T01:00:00+0000', has_replies: true }] } };
    }
    return { body: { data: replies } };
  };
const post = (id: string, timestamp: string, more: object = {}): object => ({
  id,
  username: 'sari.contoh',
  text: 'Lampu jalan mati min',
  timestamp,
  ...more,
});
const facts = (days: number, more: object = {}) => ({
  is_valid: true,
  expires_at: TEST_NOW.getTime() / 1000 + days * 86_400,
  scopes: ['threads_basic', 'threads_read_replies', 'threads_manage_replies', 'threads_manage_mentions'],
  ...more,
});
const health =
  (token: object) =>
  ({ path }: RecordedRequest): ScriptedAnswer => {
    if (path.includes('/debug_token')) return { body: { data: token } };
    if (path.includes('/refresh_access_token'))
      return { body: { access_token: 'THAAnew-token-of-sixty-days' } };
    return { body: { id: '99', username: 'pemkab.contoh' } };
  };

describeConnectorContract({
  connector: threadsConnector,
  settings: (origin) => ({
    accessToken: 'THAAcontract-token-of-a-profile',
    appSecret: APP_SECRET,
    verifyToken: VERIFY_TOKEN,
    apiRoot: origin,
  }),
  secrets: ['accessToken', 'appSecret', 'verifyToken'],
  recordings: {
    'a reply to a post of ours': {
      event: event('reply'),
      expected: {
        kind: 'message',
        message: message('18101', { replyToExternalId: '18001', permalink: 'https://threads.example/p/a' }),
      },
    },
    'a reply of our own': {
      event: event('reply-of-our-own'),
      expected: {
        kind: 'message',
        message: message('18102', {
          text: 'Kami cek ya',
          replyToExternalId: '18101',
          author: {
            externalId: 'pemkab.contoh',
            handle: 'pemkab.contoh',
            displayName: 'pemkab.contoh',
            isOurs: true,
          },
        }),
      },
    },
    'a mention with a picture': {
      event: event('mention-with-picture'),
      expected: {
        kind: 'message',
        message: message('18103', {
          conversation: { externalId: '18103', kind: 'public' },
          text: '@pemkab.contoh lihat ini',
          attachments: [{ kind: 'image', url: 'https://cdn.example/foto.jpg' }],
        }),
      },
    },
    'a mention by somebody who tells no name': {
      event: {
        kind: 'mentions',
        externalId: '18104',
        payload: { value: post('18104', '2026-11-24T01:00:00+0000', { username: null }) },
      },
      expected: {
        kind: 'message',
        message: message('18104', {
          conversation: { externalId: '18104', kind: 'public' },
          author: { externalId: 'author-of:18104', isAnonymous: true },
        }),
      },
    },
    'a post of ours that we have deleted': {
      event: event('deleted'),
      expected: { kind: 'deletion', messageExternalId: '18102', deletedAt: '2026-11-24T01:30:00.000Z' },
    },
    'a post of ours': {
      event: event('published'),
      expected: { kind: 'ignored', reason: 'a post of our own' },
    },
  },
  unrecognised: {
    'a reply without a time': {
      kind: 'replies',
      externalId: '1',
      payload: { value: { id: '1', text: 'Halo' } },
    },
    'a reply at a time that is none': {
      kind: 'replies',
      externalId: '1',
      payload: { value: post('1', 'kemarin') },
    },
  },
  failureAnswers: {
    unauthorised: refusal(401, 190),
    forbidden: refusal(403, 10),
    'rate-limited': refusal(400, 4),
    'server-error': refusal(500, 2),
  },
  webhook: {
    settings: { receive: 'webhook' },
    genuine: (body) => signed(body),
    forgeries: {
      'no signature': (body) => delivery({}, body),
      'the signature of another app': (body) => signed(body, 'f'.repeat(32)),
      'a wrong verify token': () => handshake('guessed-token'),
    },
    deliveries: {
      'a reply': { body: fixture('reply'), externalIds: ['18101'] },
      'two changes at once': {
        body: [fixture('reply'), fixture('mention-with-picture')],
        externalIds: ['18101', '18103'],
      },
    },
    batchWithUnreadable: {
      body: [fixture('reply'), { values: { field: 'replies', value: {} } }, fixture('reply-of-our-own')],
      externalIds: ['18101', null, '18102'],
    },
    challenges: { handshake: { request: handshake(VERIFY_TOKEN), answer: '1158201444' } },
  },
  pull: {
    cursor: JSON.stringify({ since: '2026-11-24T01:00:00.000Z' }),
    page: {
      answers: activity(
        [post('18103', '2026-11-24T01:20:00+0000')],
        [post('18090', '2026-11-24T00:30:00+0000'), post('18101', '2026-11-24T01:10:00+0000')],
      ),
      externalIds: ['18101', '18103'],
      nextCursor: JSON.stringify({ since: '2026-11-24T01:20:00.000Z' }),
      hasMore: false,
    },
    emptyPage: activity([], []),
    pageWithUnreadable: {
      answers: activity(
        [post('18103', '2026-11-24T01:20:00+0000')],
        [
          post('18101', '2026-11-24T01:10:00+0000'),
          { text: 'tanpa id', timestamp: '2026-11-24T01:15:00+0000' },
        ],
      ),
      externalIds: ['18101', null, '18103'],
    },
  },
  backfill: {
    span: { from: new Date('2026-11-24T00:00:00Z'), to: new Date('2026-11-24T01:00:00Z') },
    page: {
      answers: activity(
        [post('18103', '2026-11-24T01:20:00+0000')],
        [post('18090', '2026-11-24T00:30:00+0000')],
      ),
      externalIds: ['18090'],
      nextCursor: null,
      hasMore: false,
    },
  },
  replies: {
    cut: 'transient',
    reply: {
      text: 'Terima kasih, tim kami menuju lokasi.',
      idempotencyKey: '00000000-0000-4000-8000-000000000001',
      conversation: { externalId: '18001', kind: 'public' },
      inReplyTo: { externalId: '18101', sentAt: new Date('2026-11-24T01:00:00Z') },
      recipient: { externalId: sari.externalId },
    },
    accepted: {
      answers: ({ path }) => ({ body: { id: path.includes('threads_publish') ? '18777' : 'draft-1' } }),
      externalId: '18777',
    },
    failures: { forbidden: 'permission-missing', 'server-error': 'transient', 'time-out': 'transient' },
    furtherFailures: {
      'Meta fails while it publishes': {
        answers: ({ path }) =>
          path.includes('threads_publish') ? refusal(500, 2) : { body: { id: 'draft-1' } },
        code: 'outcome-unknown',
      },
    },
  },
  health: {
    healthy: { answers: health(facts(59)), account: 'pemkab.contoh' },
    furtherStates: {
      'the token ends and is prolonged': { answers: health(facts(3)), status: 'healthy' },
      'a permission is missing': {
        answers: health(facts(59, { scopes: ['threads_basic'] })),
        status: 'needs-reauthorisation',
        reason: /threads_read_replies/,
      },
      'the token was revoked': {
        answers: health(facts(59, { is_valid: false })),
        status: 'needs-reauthorisation',
      },
      'Meta tells nothing of the token': {
        answers: (request) =>
          request.path.includes('/debug_token') ? refusal(403, 10) : health(facts(59))(request),
        status: 'healthy',
      },
    },
  },
});
