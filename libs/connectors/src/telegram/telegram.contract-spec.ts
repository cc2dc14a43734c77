import { readFileSync } from 'node:fs';
import type { WebhookRequest } from '@app/connector-kit';
import { describeConnectorContract } from '@app/connector-kit/contract';
import { TEST_NOW, type EventUnderTest } from '@app/connector-kit/testing';
import { BLOCKED } from './telegram.closed.js';
import { telegramConnector } from './telegram.connector.js';

const fixture = (name: string): { update_id: number } =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as {
    update_id: number;
  };
const event = (name: string): EventUnderTest => {
  const payload = fixture(name);
  return { kind: 'update', externalId: String(payload.update_id), payload };
};

const QUERY_IS_OLD = 'Bad Request: query is too old and response timeout expired or query ID is invalid';
const SECRET = 'contract-webhook-secret';
const refusal = (status: number, description: string, parameters?: object) => ({
  status,
  body: { ok: false, error_code: status, description, ...(parameters ? { parameters } : {}) },
});
const result = (value: unknown) => ({ body: { ok: true, result: value } });
const update = (id: number) => ({ ...fixture('private-text'), update_id: id });
const without = ({ update_id: _id, ...rest }: { update_id: number }) => rest;

const delivery =
  (headers: Record<string, string>, method: 'GET' | 'POST' = 'POST') =>
  (rawBody: Buffer): WebhookRequest => ({ method, headers, query: {}, rawBody });
const header = 'x-telegram-bot-api-secret-token';

const sari = { externalId: '5551001', displayName: 'Sari Contoh', handle: 'sari_contoh' };
const message = (id: number, more: object = {}) => ({
  externalId: `5551001:${id}`,
  conversation: { externalId: '5551001', kind: 'private' as const },
  author: sari,
  sentAt: '2026-11-24T02:00:00.000Z',
  text: '',
  attachments: [],
  ...more,
});
const EDITED = message(11, { text: 'Lampu jalan di depan pasar padam sejak Minggu' });

const PHOTO = Buffer.from('\xff\xd8\xff\xe0 a photo', 'latin1');
const BOT = { id: 7_000_001, is_bot: true, first_name: 'Lapor', username: 'lapor_contoh_bot' };
const healthAnswers =
  (webhookInfo: object) =>
  ({ path }: { path: string }) =>
    result(path.endsWith('/getMe') ? BOT : { url: '', pending_update_count: 0, ...webhookInfo });

describeConnectorContract({
  connector: telegramConnector,
  settings: (origin) => ({
    botToken: '7000001:AAcontract_token',
    webhookSecret: SECRET,
    apiRoot: origin,
  }),
  secrets: ['botToken', 'webhookSecret'],
  recordings: {
    'a private text': {
      event: event('private-text'),
      expected: {
        kind: 'message',
        message: message(11, { text: 'Lampu jalan di depan pasar padam 🚧 sejak Senin' }),
      },
    },
    'an edit': {
      event: event('edited-text'),
      expected: {
        kind: 'edit',
        messageExternalId: '5551001:11',
        editedAt: '2026-11-24T02:01:00.000Z',
        text: EDITED.text,
        attachments: [],
        message: EDITED,
      },
    },
    'a message in a topic of a forum': {
      event: event('forum-topic'),
      expected: {
        kind: 'message',
        message: message(50, {
          externalId: '-1002000000002:50',
          conversation: { externalId: '-1002000000002/7', kind: 'group', title: 'Forum Warga' },
          text: 'Jembatan gantung putus',
        }),
      },
    },
    'a group that became a supergroup': {
      event: event('group-became-supergroup'),
      expected: {
        kind: 'conversation-moved',
        fromExternalId: '-400001',
        toExternalId: '-1002000000001',
      },
    },
    'a reaction': {
      event: event('reaction-added'),
      expected: { kind: 'reaction', messageExternalId: '5551001:12', author: sari, emoji: '👍❓' },
    },
    'a message in a chat of a business account': {
      event: event('business-message'),
      expected: {
        kind: 'message',
        message: message(901, {
          externalId: '5551001/bizAbC_dEf-12:901',
          conversation: { externalId: '5551001/bizAbC_dEf-12', kind: 'private' },
          text: 'KTP saya belum jadi',
        }),
      },
    },
    'a choice below an answer of ours': {
      event: event('choice-pressed'),
      expected: {
        kind: 'message',
        message: message(94, {
          externalId: '5551001:94/choice/5551001/Belum',
          sentAt: TEST_NOW.toISOString(),
          text: 'Belum',
          replyToExternalId: '5551001:94',
        }),
      },
    },
    'a blocked bot': {
      event: event('citizen-blocked-the-bot'),
      expected: {
        ...{ kind: 'reachability', conversationExternalId: '5551001', closed: BLOCKED },
        at: '2026-11-24T02:01:40.000Z',
      },
    },
  },
  unrecognised: {
    'a kind of update that is new': event('unknown-update-kind'),
    'content that is new': event('unknown-message-content'),
    'a message without a chat': event('message-without-chat'),
    'an update without content': { kind: 'update', externalId: '1', payload: { update_id: 1 } },
    'something that is no object': { kind: 'update', externalId: '1', payload: 'halo' },
  },
  failureAnswers: {
    unauthorised: refusal(401, 'Unauthorized'),
    forbidden: refusal(403, 'Forbidden: bot was blocked by the user'),
    'rate-limited': refusal(429, 'Too Many Requests: retry after 7', { retry_after: 7 }),
    'server-error': { status: 502, body: '<html>Bad Gateway</html>' },
  },
  webhook: {
    settings: { mode: 'webhook' },
    genuine: delivery({ [header]: SECRET, 'content-type': 'application/json' }),
    forgeries: {
      'no secret token': delivery({}),
      'a wrong secret token': delivery({ [header]: 'contract-webhook-secreT' }),
      'the beginning of the secret token': delivery({ [header]: SECRET.slice(0, -1) }),
      'an empty secret token': delivery({ [header]: '' }),
      'a method that Telegram does not use': delivery({ [header]: SECRET }, 'GET'),
    },
    deliveries: {
      'one update': { body: update(12), externalIds: ['12'] },
      'an update of an unknown kind': { body: fixture('unknown-update-kind'), externalIds: ['880000037'] },
      'several updates': { body: [update(12), update(13)], externalIds: ['12', '13'] },
      'an object that is no update': { body: { ok: true }, externalIds: [null] },
    },
    batchWithUnreadable: { body: [update(12), 'rusak', update(14)], externalIds: ['12', null, '14'] },
  },
  pull: {
    cursor: '11',
    page: {
      answers: result([update(12), update(13)]),
      externalIds: ['12', '13'],
      nextCursor: '13',
      hasMore: false,
    },
    emptyPage: result([]),
    pageWithUnreadable: {
      answers: result([update(12), without(update(13)), update(14)]),
      externalIds: ['12', null, '14'],
    },
    furtherFailures: {
      'a webhook is set': {
        answers: refusal(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        ),
        code: 'permission-missing',
      },
      'another program fetches': {
        answers: refusal(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        ),
        code: 'rate-limited',
      },
      'a token that never existed': { answers: refusal(404, 'Not Found'), code: 'credentials-rejected' },
      'a result that is no list': { answers: result({}), code: 'payload-unrecognised' },
    },
  },
  details: {
    event: event('choice-pressed'),
    answers: result(true),
    expected: [],
    gone: refusal(400, QUERY_IS_OLD),
  },
  replies: {
    reply: {
      conversation: { externalId: '5551001', kind: 'private' },
      inReplyTo: { externalId: '5551001:11', sentAt: new Date('2026-11-24T02:00:00Z') },
      recipient: { externalId: '5551001', handle: 'sari_contoh' },
      text: 'Terima kasih, laporan Ibu kami teruskan ke Dinas Perhubungan.',
      idempotencyKey: 'contract-1',
    },
    accepted: {
      answers: result({ message_id: 13, chat: { id: 5_551_001, type: 'private' }, date: 1 }),
      externalId: '5551001:13',
    },
    furtherFailures: {
      'a chat that is gone': { answers: refusal(400, 'Bad Request: chat not found'), code: 'reply-refused' },
      'a group that moves for ever': {
        answers: refusal(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -1 }),
        code: 'reply-refused',
      },
      'an acceptance without an id': { answers: result(true), code: 'outcome-unknown' },
      'a log-in page instead of an answer': { answers: { body: '<html></html>' }, code: 'outcome-unknown' },
    },
  },
  media: {
    attachment: { kind: 'image', externalId: 'AgACAgUAAxkB', mimeType: 'image/jpeg' },
    messageExternalId: '5551001:14',
    file: {
      answers: ({ path }) =>
        path === '/file/bot7000001:AAcontract_token/photos/file_1.jpg'
          ? { body: PHOTO }
          : result({ file_id: 'AgACAgUAAxkB', file_path: 'photos/file_1.jpg' }),
      body: PHOTO,
    },
    gone: refusal(400, 'Bad Request: invalid file_id'),
  },
  health: {
    healthy: { answers: healthAnswers({}), account: '@lapor_contoh_bot' },
    furtherStates: {
      'a webhook of another program': {
        answers: healthAnswers({ url: 'https://bot.example/hook/secret-path' }),
        status: 'degraded',
        reason: /^(?!.*secret-path).*bot\.example/,
      },
      'a server without getWebhookInfo': {
        answers: ({ path }) => (path.endsWith('/getMe') ? result(BOT) : { status: 500, body: {} }),
        status: 'healthy',
      },
    },
  },
});
