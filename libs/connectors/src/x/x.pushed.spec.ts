import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { TEST_NOW, type EventUnderTest } from '@app/connector-kit/testing';
import { normaliseXEvent } from './x.normalise.js';
import { webhookEvents } from './x.webhook-events.js';

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8'));
const webhookEvent = (name: string, index = 0): EventUnderTest => {
  const event = webhookEvents(Buffer.from(JSON.stringify(fixture(name))))[index];
  if (event?.status !== 'readable') throw new Error(`Event ${index} of ${name} cannot be read`);
  return event;
};

const event = (name: string): EventUnderTest => ({
  kind: 'post',
  externalId: (fixture(name) as { post: { id: string } }).post.id,
  payload: fixture(name),
});

const FIRST = '2123582609421238273';
const FOLLOW_UP = '2123597193016246275';
const OUR_ID = '900000000000000001';
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
const dm = (text: string, more: object = {}) => ({
  externalId: `dm:${FOLLOW_UP}`,
  conversation: { externalId: `dm/${siti.externalId}`, kind: 'private' as const },
  author: siti,
  sentAt: '2026-11-20T02:00:00.000Z',
  text,
  attachments: [],
  ...more,
});

const RECORDINGS: Readonly<Record<string, { readonly event: EventUnderTest; readonly expected: object }>> = {
  'a search hit, which no app may answer': {
    event: event('search-hit'),
    expected: {
      kind: 'message',
      message: message('banjir lagi di Sangatta, pemkab ke mana ya', {
        conversation: { externalId: `found/${FIRST}`, kind: 'public' as const },
      }),
    },
  },
  'an answer that a colleague gave on X itself': {
    event: event('answer-on-x-itself'),
    expected: {
      kind: 'message',
      message: message('@siti_contoh petugas sudah di lokasi', {
        externalId: '2123597193016246280',
        author: { externalId: OUR_ID, displayName: 'Pemkot Contoh', handle: 'PemkotContoh', isOurs: true },
        sentAt: '2026-11-20T02:00:00.000Z',
        replyToExternalId: FIRST,
        permalink: 'https://x.com/PemkotContoh/status/2123597193016246280',
      }),
    },
  },
  'a mention that X pushed': {
    event: webhookEvent('activity-mention'),
    expected: { kind: 'message', message: message('@PemkotContoh lampu jalan mati') },
  },
  'a repost': {
    event: event('repost'),
    expected: { kind: 'ignored', reason: 'repost of somebody else’s post' },
  },
  'a direct message with a photo': {
    event: webhookEvent('activity-direct-messages'),
    expected: {
      kind: 'message',
      message: dm('Selokan RT 05 & RT 06 mampet', {
        attachments: [{ kind: 'image', externalId: '7001', url: 'https://pbs.twimg.com/dm/contoh.jpg' }],
      }),
    },
  },
  'a direct message of our own': {
    event: webhookEvent('activity-direct-messages', 1),
    expected: {
      kind: 'message',
      message: dm('Baik, kami cek.', {
        externalId: 'dm:2123597193016246276',
        author: { externalId: OUR_ID, isOurs: true },
        sentAt: '2026-11-20T02:01:00.000Z',
      }),
    },
  },
  'a direct message that was fetched': {
    event: { kind: 'dm', externalId: FOLLOW_UP, payload: fixture('fetched-direct-message') },
    expected: { kind: 'message', message: dm('Selokan RT 05 mampet') },
  },
  'an encrypted message, of which only the fact can be known': {
    event: webhookEvent('activity-encrypted-chat'),
    expected: {
      kind: 'message',
      message: {
        externalId: 'chat:e4f4d3fc-8bbf-4928-92eb-e5058d6bb6f6',
        conversation: { externalId: `chat/${siti.externalId}:${OUR_ID}`, kind: 'private' },
        author: { externalId: siti.externalId },
        sentAt: '2026-11-20T02:00:00.000Z',
        text:
          '🔒 Pesan terenkripsi (XChat). Buka aplikasi X untuk membacanya.\n' +
          'Encrypted message (XChat). Open the X app to read it.',
        attachments: [],
        permalink: 'https://x.com/i/chat',
      },
    },
  },
  'a long post in the shape of the older API': {
    event: webhookEvent('account-activity-many', 0),
    expected: {
      kind: 'message',
      message: message(
        '@PemkotContoh Kepada Yth. Bapak Wali Kota, kami warga RT 05 & RT 06 memohon perbaikan drainase.',
        {
          conversation: { externalId: '2123580000000000000', kind: 'public' as const },
          replyToExternalId: '2123580000000000000',
          attachments: [{ kind: 'image', externalId: '7001', url: 'https://pbs.twimg.com/media/contoh.jpg' }],
          location: { latitude: -6.75, longitude: 107, label: 'Pasar Contoh' },
        },
      ),
    },
  },
  'a repost in the shape of the older API': {
    event: webhookEvent('account-activity-many', 2),
    expected: { kind: 'ignored', reason: 'repost of somebody else’s post' },
  },
  'a deletion': {
    event: webhookEvent('account-activity-many', 4),
    expected: {
      kind: 'deletion',
      messageExternalId: '2123582609421238200',
      deletedAt: '2026-11-20T02:00:00.000Z',
    },
  },
  'a read mark under our answer': {
    event: webhookEvent('account-activity-many', 5),
    expected: {
      kind: 'delivery-update',
      replyExternalId: 'dm:2123597193016246276',
      status: 'read',
      at: '2026-11-20T02:00:00.000Z',
    },
  },
  'an activity that is new and concerns nobody': {
    event: { kind: 'activity', externalId: '1', payload: { type: 'hologram.shown', content: { id: '1' } } },
    expected: { kind: 'ignored', reason: 'activity hologram.shown is new and concerns nobody' },
  },
  'permission that was withdrawn': {
    event: { kind: 'activity', externalId: '1', payload: { type: 'oauth.revoke', content: {} } },
    expected: { kind: 'ignored', reason: 'the account has withdrawn the app’s permission' },
  },
};

describe('reading what X says beside mentions', () => {
  it.each(Object.entries(RECORDINGS))('knows %s', (_name, { event, expected }) => {
    expect(normaliseXEvent({ receivedAt: TEST_NOW, ...event })).toEqual(expected);
  });
});
