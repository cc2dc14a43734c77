import { readFileSync } from 'node:fs';
import { describeConnectorContract } from '@app/connector-kit/contract';
import type { EventUnderTest } from '@app/connector-kit/testing';
import { mastodonConnector } from './mastodon.connector.js';

const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as { id: string };
const event = (name: string): EventUnderTest => ({
  kind: 'status',
  externalId: fixture(name).id,
  payload: { status: fixture(name) },
});
const notification = (id: string, name: string) => ({ id, type: 'mention', status: fixture(name) });

const FIRST = '115000000000000001';
const SECOND = '115000000000000002';
const siti = { externalId: '110000000000000001', displayName: 'Siti Contoh', handle: 'siti@warga.example' };
const message = (id: string, text: string, more: object = {}) => ({
  externalId: id,
  conversation: { externalId: `public/${id}`, kind: 'public' as const },
  author: siti,
  sentAt: '2026-11-23T01:00:00.000Z',
  text,
  attachments: [],
  permalink: `https://warga.example/@siti/${id}`,
  ...more,
});
const PHOTO = {
  kind: 'image' as const,
  externalId: '7',
  url: 'https://kota.example/media/7.jpg',
  description: 'Lubang di jalan',
};
const refusal = (status: number, error: string) => ({ status, body: { error } });

describeConnectorContract({
  connector: mastodonConnector,
  settings: (server) => ({ server, accessToken: 'contract-access-token' }),
  secrets: ['accessToken'],
  recordings: {
    'a mention in HTML': {
      event: event('mention-in-html'),
      expected: {
        kind: 'message',
        message: message(
          FIRST,
          '@pemkot jalan rusak & gelap di RT 05\nsejak Senin\n\nLihat https://contoh.example/peta/panjang',
        ),
      },
    },
    'an edited reply with a photo': {
      event: event('edited-reply-with-photo'),
      expected: {
        kind: 'edit',
        messageExternalId: SECOND,
        editedAt: '2026-11-23T01:20:00.000Z',
        text: 'Ini fotonya',
        attachments: [PHOTO],
        message: message(SECOND, 'Ini fotonya', {
          conversation: { externalId: `unlisted/${FIRST}`, kind: 'public' as const },
          replyToExternalId: FIRST,
          attachments: [PHOTO],
        }),
      },
    },
    'a private mention behind a warning': {
      event: event('direct-with-warning'),
      expected: {
        kind: 'message',
        message: message('115000000000000003', 'Data pribadi\nNomor KTP saya <rahasia>', {
          conversation: { externalId: `direct/${siti.externalId}`, kind: 'private' as const },
        }),
      },
    },
    'a deletion': {
      event: { kind: 'deletion', externalId: FIRST, payload: { statusId: FIRST } },
      expected: { kind: 'deletion', messageExternalId: FIRST, deletedAt: '2026-11-24T02:00:00.000Z' },
    },
  },
  unrecognised: {
    'a status without content': event('status-without-content'),
    'a kind of event that is new': { kind: 'hologram', externalId: '1', payload: {} },
  },
  failureAnswers: {
    unauthorised: refusal(401, 'The access token is invalid'),
    forbidden: refusal(403, 'This action is outside the authorized scopes'),
    'rate-limited': {
      ...refusal(429, 'Too many requests'),
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2026-11-24T02:03:00.000Z' },
    },
    'server-error': { status: 502, body: '<html>Bad Gateway</html>' },
  },
  pull: {
    cursor: JSON.stringify({ minId: '30' }),
    page: {
      answers: {
        body: [notification('32', 'edited-reply-with-photo'), notification('31', 'mention-in-html')],
      },
      externalIds: [FIRST, `${SECOND}@2026-11-23T01:20:00.000Z`],
      nextCursor: JSON.stringify({
        minId: '32',
        watch: [
          { id: FIRST, editedAt: null },
          { id: SECOND, editedAt: '2026-11-23T01:20:00.000Z' },
        ],
      }),
      hasMore: false,
    },
    emptyPage: { body: [] },
    pageWithUnreadable: {
      answers: {
        body: [
          notification('33', 'direct-with-warning'),
          { id: '32', type: 'mention' },
          notification('31', 'mention-in-html'),
        ],
      },
      externalIds: [FIRST, null, '115000000000000003'],
    },
  },
  replies: {
    reply: {
      conversation: { externalId: `public/${FIRST}`, kind: 'public' },
      inReplyTo: { externalId: FIRST, sentAt: new Date('2026-11-23T01:00:00Z') },
      recipient: { externalId: siti.externalId, handle: siti.handle },
      text: 'Terima kasih, sudah kami teruskan ke dinas.',
      idempotencyKey: 'contract-1',
    },
    accepted: {
      answers: { body: { id: '115000000000000099', url: 'https://kota.example/@pemkot/115000000000000099' } },
      externalId: '115000000000000099',
    },
    furtherFailures: {
      'a post that is gone': { answers: refusal(404, 'Record not found'), code: 'reply-refused' },
      'a text that is too long for this server': {
        answers: refusal(422, 'Validation failed: Text character limit of 300 exceeded'),
        code: 'reply-refused',
      },
    },
  },
  health: {
    healthy: { answers: { body: { id: '1', acct: 'pemkot', display_name: 'Pemkot Contoh' } } },
    furtherStates: {
      'the address of no Mastodon server': {
        answers: { status: 404, body: 'Not found' },
        status: 'degraded',
        reason: /did not come from a Mastodon server/,
      },
    },
  },
});
