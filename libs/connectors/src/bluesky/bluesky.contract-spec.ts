import { readFileSync } from 'node:fs';
import { describeConnectorContract } from '@app/connector-kit/contract';
import type { EventUnderTest, Script } from '@app/connector-kit/testing';
import { createBlueskyConnector } from './bluesky.connector.js';

const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as {
    uri: string;
  };
const event = (name: string): EventUnderTest => ({
  kind: 'notification',
  externalId: fixture(name).uri,
  payload: fixture(name),
});

const AUTHOR = 'did:plc:siticontoh';
const MENTION = `at://${AUTHOR}/app.bsky.feed.post/3kaaa`;
const REPLY = `at://${AUTHOR}/app.bsky.feed.post/3kbbb`;
const OURS = 'at://did:plc:pemkot/app.bsky.feed.post/3ktid';
const siti = { externalId: AUTHOR, displayName: 'Siti Contoh', handle: 'siti.contoh.example' };
const SESSION = {
  body: { accessJwt: 'contract-jwt', did: 'did:plc:pemkot', handle: 'pemkot.contoh.example' },
};

/** A session first, then what the test is about. */
const signedIn =
  (answers: Exclude<Script, readonly unknown[]>): Script =>
  (request) =>
    request.path.endsWith('createSession')
      ? SESSION
      : typeof answers === 'function'
        ? answers(request)
        : (answers as object);
const page = (notifications: unknown[], more: object = {}) => signedIn({ body: { notifications, ...more } });
const refusal = (status: number, error: string) => ({ status, body: { error, message: error } });
const SINCE = '2026-11-22T00:00:00.000Z';

describeConnectorContract({
  connector: createBlueskyConnector(),
  settings: (service) => ({
    identifier: 'pemkot.contoh.example',
    appPassword: 'contract-app-password',
    service,
  }),
  secrets: ['appPassword'],
  recordings: {
    'a mention': {
      event: event('mention'),
      expected: {
        kind: 'message',
        message: {
          externalId: MENTION,
          conversation: { externalId: MENTION, kind: 'public' },
          author: siti,
          sentAt: '2026-11-23T01:00:00.000Z',
          text: '@pemkot.contoh.example jalan rusak 🚧 di RT 05',
          attachments: [],
          permalink: `https://bsky.app/profile/${AUTHOR}/post/3kaaa`,
        },
      },
    },
    'a reply with a photo': {
      event: event('reply-with-photo'),
      expected: {
        kind: 'message',
        message: {
          externalId: REPLY,
          conversation: { externalId: MENTION, kind: 'public' },
          author: siti,
          sentAt: '2026-11-23T02:00:00.000Z',
          text: 'Ini fotonya',
          replyToExternalId: 'at://did:plc:pemkot/app.bsky.feed.post/3kzzz',
          attachments: [
            {
              kind: 'image',
              externalId: 'bafkreicontoh',
              url: `https://cdn.bsky.app/img/feed_fullsize/plain/${AUTHOR}/bafkreicontoh`,
              description: 'Lubang di jalan',
            },
          ],
          permalink: `https://bsky.app/profile/${AUTHOR}/post/3kbbb`,
        },
      },
    },
    'a like': {
      event: event('like-holds-no-post'),
      expected: { kind: 'ignored', reason: 'notification of like holds no post' },
    },
  },
  unrecognised: {
    'a post without text': event('post-without-text'),
    'a kind of event that is new': { kind: 'hologram', externalId: '1', payload: {} },
  },
  failureAnswers: {
    unauthorised: refusal(401, 'AuthenticationRequired'),
    forbidden: refusal(403, 'Forbidden'),
    'rate-limited': { ...refusal(429, 'RateLimitExceeded'), headers: { 'ratelimit-reset': '1795500000' } },
    'server-error': { status: 502, body: '<html>Bad Gateway</html>' },
  },
  pull: {
    cursor: JSON.stringify({ since: SINCE }),
    page: {
      answers: page([fixture('reply-with-photo'), fixture('mention')], { cursor: 'next-page' }),
      externalIds: [MENTION, REPLY],
      nextCursor: JSON.stringify({
        since: SINCE,
        next: { cursor: 'next-page', newest: '2026-11-23T02:00:00.000Z' },
        watch: { uris: [MENTION, REPLY], checkedAt: '2026-11-24T02:00:00.000Z' },
      }),
      hasMore: true,
    },
    emptyPage: page([]),
    pageWithUnreadable: {
      answers: page([fixture('reply-with-photo'), { reason: 'mention' }, fixture('mention')]),
      externalIds: [MENTION, null, REPLY],
    },
  },
  replies: {
    reply: {
      conversation: { externalId: MENTION, kind: 'public' },
      inReplyTo: { externalId: MENTION, sentAt: new Date('2026-11-23T01:00:00Z') },
      recipient: { externalId: AUTHOR, handle: siti.handle },
      text: 'Terima kasih, sudah kami teruskan ke dinas.',
      idempotencyKey: 'contract-1',
    },
    accepted: {
      answers: signedIn(({ path }) =>
        path.endsWith('getPosts')
          ? { body: { posts: [{ uri: MENTION, cid: 'bafy3kaaa', record: { text: 'x' } }] } }
          : { body: { uri: OURS, cid: 'bafyours' } },
      ),
      externalId: OURS,
    },
    failures: { forbidden: 'permission-missing' },
    furtherFailures: {
      'a post that is gone': { answers: signedIn({ body: { posts: [] } }), code: 'reply-refused' },
      'an answer that Bluesky refuses': {
        answers: signedIn(({ path }) =>
          path.endsWith('getPosts')
            ? { body: { posts: [{ uri: MENTION, cid: 'bafy3kaaa', record: { text: 'x' } }] } }
            : refusal(400, 'InvalidRequest'),
        ),
        code: 'reply-refused',
      },
    },
  },
  health: {
    healthy: {
      answers: signedIn({ body: { did: 'did:plc:pemkot', handle: 'pemkot.contoh.example' } }),
      account: '@pemkot.contoh.example',
    },
  },
});
