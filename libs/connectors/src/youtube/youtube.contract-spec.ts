import { readFileSync } from 'node:fs';
import { describeConnectorContract } from '@app/connector-kit/contract';
import type { EventUnderTest, RecordedRequest, ScriptedAnswer } from '@app/connector-kit/testing';
import { youtubeConnector } from './youtube.connector.js';
import type { FiledThread } from './youtube.payload.js';

const fixture = <Shape>(name: string) =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as Shape;
const THREAD = fixture<FiledThread & { replies: { comments: { id: string }[] } }>('thread-with-replies');
const [OURS, EDITED] = THREAD.replies.comments;
const CHANNEL = 'UCcontractcontractcontr1';
const event = (comment: unknown, kind = 'comment'): EventUnderTest => ({
  kind,
  externalId: (comment as { id: string }).id,
  payload: { comment, threadId: 'UgzSatu', videoId: 'video0001', channelId: CHANNEL },
});
/** Google signs in first, then answers. */
const signedIn =
  (answer: ScriptedAnswer) =>
  ({ path }: RecordedRequest): ScriptedAnswer =>
    path === '/token' ? { body: { access_token: 'contract-access', expires_in: 3599 } } : answer;
const refusal = (status: number, reason: string) =>
  signedIn({ status, body: { error: { code: status, message: 'No.', errors: [{ reason }] } } });
const message = (id: string, text: string, more: object) => ({
  externalId: id,
  conversation: { externalId: 'UgzSatu', kind: 'public' as const },
  text,
  attachments: [],
  permalink: `https://www.youtube.com/watch?v=video0001&lc=${id}`,
  sentAt: '2026-11-23T01:00:00.000Z',
  author: { externalId: 'UCsari', displayName: '@sari-contoh', handle: 'sari-contoh' },
  ...more,
});
const edited = message('UgzSatu.balas1', 'Sudah dua bulan', {
  author: { externalId: 'UCbudi', displayName: 'Budi' },
  sentAt: '2026-11-23T02:00:00.000Z',
  replyToExternalId: 'UgzSatu',
});
const IDS = ['UgzSatu', 'UgzSatu.balas1@2026-11-23T02:30:00Z', 'UgzSatu.balas2'];

describeConnectorContract({
  connector: youtubeConnector,
  settings: (origin) => ({
    channelId: CHANNEL,
    clientId: 'contract-client',
    clientSecret: 'contract-secret',
    refreshToken: 'contract-refresh',
    apiRoot: `${origin}/youtube/v3`,
    signInUrl: `${origin}/token`,
  }),
  secrets: ['clientSecret', 'refreshToken'],
  recordings: {
    'a comment': {
      event: event(THREAD.snippet.topLevelComment),
      expected: { kind: 'message', message: message('UgzSatu', 'Jalan rusak di Kabo & Jaya', {}) },
    },
    'an answer that was edited': {
      event: event(EDITED),
      expected: {
        kind: 'edit',
        messageExternalId: 'UgzSatu.balas1',
        editedAt: '2026-11-23T02:30:00.000Z',
        text: edited.text,
        attachments: [],
        message: edited,
      },
    },
    'an answer of the channel itself': {
      event: event(OURS),
      expected: {
        kind: 'message',
        message: message('UgzSatu.balas2', 'Terima kasih', {
          author: { externalId: CHANNEL, displayName: 'Pemkab Contoh', isOurs: true },
          sentAt: '2026-11-23T03:00:00.000Z',
          replyToExternalId: 'UgzSatu',
        }),
      },
    },
    'a deletion': {
      event: { kind: 'deletion', externalId: 'UgzSatu', payload: { commentId: 'UgzSatu' } },
      expected: { kind: 'deletion', messageExternalId: 'UgzSatu', deletedAt: '2026-11-24T02:00:00.000Z' },
    },
  },
  unrecognised: {
    'a comment without a text': event(fixture('comment-without-text')),
    'an event of a kind that is new': event(OURS, 'superchat'),
  },
  failureAnswers: {
    forbidden: refusal(403, 'forbidden'),
    'rate-limited': refusal(403, 'quotaExceeded'),
    'server-error': refusal(500, 'backendError'),
  },
  pull: {
    cursor: JSON.stringify({ since: '2026-11-23T02:00:00Z', seen: [] }),
    page: {
      answers: signedIn({ body: { items: [THREAD] } }),
      externalIds: IDS,
      nextCursor: JSON.stringify({
        since: '2026-11-23T02:00:00Z',
        seen: [['UgzSatu', 2, '2026-11-23T03:00:00Z']],
      }),
      hasMore: false,
    },
    emptyPage: signedIn({ body: { items: [] } }),
    pageWithUnreadable: {
      answers: signedIn({
        body: {
          items: [{ ...THREAD, replies: { comments: [OURS, { id: 'UgzSatu.balas0' }] } }],
        },
      }),
      externalIds: ['UgzSatu', null, 'UgzSatu.balas2'],
    },
    furtherFailures: {
      'a limit of the moment': { answers: refusal(403, 'rateLimitExceeded'), code: 'rate-limited' },
    },
  },
  backfill: {
    span: { from: new Date('2026-11-23T00:00:00Z'), to: new Date('2026-11-23T02:00:00Z') },
    page: {
      answers: signedIn({ body: { items: [THREAD], nextPageToken: 'further' } }),
      externalIds: IDS,
      nextCursor: 'further',
      hasMore: true,
    },
  },
  replies: {
    reply: {
      conversation: { externalId: 'UgzSatu', kind: 'public' },
      inReplyTo: { externalId: 'UgzSatu.balas1', sentAt: new Date('2026-11-23T02:00:00Z') },
      recipient: { externalId: 'UCbudi' },
      text: 'Tim kami ke sana besok.',
      idempotencyKey: 'contract-1',
    },
    accepted: { answers: signedIn({ body: { id: 'UgzSatu.balas3' } }), externalId: 'UgzSatu.balas3' },
    furtherFailures: {
      'comments were switched off': { answers: refusal(403, 'commentsDisabled'), code: 'reply-refused' },
      'a comment that is gone': { answers: refusal(404, 'parentCommentNotFound'), code: 'reply-refused' },
    },
  },
  health: {
    healthy: {
      answers: signedIn({ body: { items: [{ id: CHANNEL, snippet: { title: 'Pemkab Contoh' } }] } }),
      account: 'Pemkab Contoh',
    },
    furtherStates: {
      'signed in as another channel': {
        answers: signedIn({ body: { items: [{ id: 'UCother', snippet: { title: 'Pribadi' } }] } }),
        status: 'needs-reauthorisation',
        reason: /"Pribadi" \(UCother\)/,
      },
      'an account without a channel': {
        answers: signedIn({ body: { items: [] } }),
        status: 'needs-reauthorisation',
        reason: /no YouTube channel/,
      },
    },
  },
});
