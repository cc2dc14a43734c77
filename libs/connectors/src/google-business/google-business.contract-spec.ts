import { readFileSync } from 'node:fs';
import { describeConnectorContract } from '@app/connector-kit/contract';
import type { EventUnderTest, RecordedRequest, ScriptedAnswer } from '@app/connector-kit/testing';
import { googleBusinessConnector } from './google-business.connector.js';

interface Fixture {
  readonly name: string;
  readonly updateTime: string;
}
const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as Fixture;
const event = (name: string, kind = 'review'): EventUnderTest => ({
  kind,
  externalId: `${fixture(name).name}@${fixture(name).updateTime}`,
  payload: { review: fixture(name) },
});
/** Google signs in first, then answers. */
const signedIn =
  (answer: ScriptedAnswer) =>
  ({ path }: RecordedRequest): ScriptedAnswer =>
    path === '/token' ? { body: { access_token: 'contract-access', expires_in: 3599 } } : answer;
const refusal = (status: number, reason: string) =>
  signedIn({ status, body: { error: { code: status, message: 'No.', status: reason } } });

const LOCATION = 'accounts/1/locations/2';
const FIRST = `${LOCATION}/reviews/satu`;
const SECOND = `${LOCATION}/reviews/dua`;
const REPLY = `${SECOND}/reply@2026-11-23T05:00:00Z`;
const message = (name: string, text: string, author: object) => ({
  externalId: name,
  conversation: { externalId: name, kind: 'public' as const },
  author: { externalId: `reviewer of ${name}`, ...author },
  sentAt: '2026-11-23T01:00:00.000Z',
  text,
  attachments: [],
});
const edited = message(SECOND, '★★★★★ (5/5)\nSekarang cepat', { isAnonymous: true });

describeConnectorContract({
  connector: googleBusinessConnector,
  settings: (origin) => ({
    location: LOCATION,
    clientId: 'contract-client',
    clientSecret: 'contract-secret',
    refreshToken: 'contract-refresh',
    apiRoot: `${origin}/v4`,
    signInUrl: `${origin}/token`,
  }),
  secrets: ['clientSecret', 'refreshToken'],
  recordings: {
    'a review': {
      event: event('review'),
      expected: {
        kind: 'message',
        message: message(FIRST, '★☆☆☆☆ (1/5)\nAntrean lama', { displayName: 'Sari Contoh' }),
      },
    },
    'a review that was changed, of somebody without a name': {
      event: event('review-changed-with-reply'),
      expected: {
        kind: 'edit',
        messageExternalId: SECOND,
        editedAt: '2026-11-23T04:00:00.000Z',
        text: edited.text,
        attachments: [],
        message: edited,
      },
    },
    'the office’s reply to it': {
      event: event('review-changed-with-reply', 'reply'),
      expected: {
        kind: 'message',
        message: {
          externalId: REPLY,
          conversation: { externalId: SECOND, kind: 'public' },
          author: { externalId: 'owner', isOurs: true },
          sentAt: '2026-11-23T05:00:00.000Z',
          text: 'Terima kasih',
          replyToExternalId: SECOND,
          attachments: [],
        },
      },
    },
    'stars alone': {
      event: event('stars-alone'),
      expected: {
        kind: 'message',
        message: message(`${LOCATION}/reviews/tiga`, '★★★☆☆ (3/5)', { displayName: 'Budi Contoh' }),
      },
    },
  },
  unrecognised: {
    'a review of six stars': event('six-stars'),
    'an event of a kind that is new': event('review', 'question'),
  },
  failureAnswers: {
    forbidden: refusal(403, 'PERMISSION_DENIED'),
    'rate-limited': refusal(429, 'RESOURCE_EXHAUSTED'),
    'server-error': refusal(503, 'UNAVAILABLE'),
  },
  pull: {
    cursor: JSON.stringify({ since: '2026-11-23T00:30:00Z' }),
    page: {
      answers: signedIn({
        body: { reviews: [fixture('review-changed-with-reply'), fixture('review')], totalReviewCount: 2 },
      }),
      externalIds: [`${FIRST}@2026-11-23T01:00:00Z`, `${SECOND}@2026-11-23T04:00:00Z`, REPLY],
      nextCursor: JSON.stringify({ since: '2026-11-23T04:00:00Z' }),
      hasMore: false,
    },
    emptyPage: signedIn({ body: {} }),
    pageWithUnreadable: {
      answers: signedIn({ body: { reviews: [fixture('stars-alone'), { name: FIRST }, fixture('review')] } }),
      externalIds: [`${FIRST}@2026-11-23T01:00:00Z`, null, `${LOCATION}/reviews/tiga@2026-11-23T01:00:00Z`],
    },
  },
  backfill: {
    span: { from: new Date('2026-11-23T00:00:00Z'), to: new Date('2026-11-23T02:00:00Z') },
    page: {
      answers: signedIn({
        body: {
          reviews: [fixture('review-changed-with-reply'), fixture('review')],
          nextPageToken: 'further',
        },
      }),
      externalIds: [`${FIRST}@2026-11-23T01:00:00Z`],
      nextCursor: 'further',
      hasMore: true,
    },
  },
  replies: {
    reply: {
      conversation: { externalId: FIRST, kind: 'public' },
      inReplyTo: { externalId: FIRST, sentAt: new Date('2026-11-23T01:00:00Z') },
      recipient: { externalId: `reviewer of ${FIRST}` },
      text: 'Mohon maaf, loket kami tambah.',
      idempotencyKey: 'contract-1',
    },
    accepted: {
      answers: signedIn({
        body: { comment: 'Mohon maaf, loket kami tambah.', updateTime: '2026-11-24T02:00:00Z' },
      }),
      externalId: `${FIRST}/reply@2026-11-24T02:00:00Z`,
    },
    furtherFailures: {
      'a review that is gone': { answers: refusal(404, 'NOT_FOUND'), code: 'reply-refused' },
    },
  },
  health: {
    healthy: { answers: signedIn({ body: {} }), account: LOCATION },
  },
});
