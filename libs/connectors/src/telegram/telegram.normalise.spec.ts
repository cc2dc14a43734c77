import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { InboundMessage } from '@app/report-model';
import { TEST_NOW } from '@app/connector-kit/testing';
import { BLOCKED, REMOVED } from './telegram.closed.js';
import { toParsedEvents } from './telegram.events.js';
import { normaliseTelegramUpdate } from './telegram.normalise.js';

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8'));
const readUpdate = (payload: unknown) =>
  normaliseTelegramUpdate({ kind: 'update', externalId: '1', payload, receivedAt: TEST_NOW });
const readFixture = (name: string) => readUpdate(fixture(name));

/** The message that a fixture holds. */
function message(name: string): InboundMessage {
  const event = readFixture(name);
  if (event.kind !== 'message') throw new Error(`${name} is ${JSON.stringify(event)}`);
  return event.message;
}

/** A private text with other members. */
const text = (more: object) => {
  const update = fixture('private-text') as { message: object };
  return { ...update, message: { ...update.message, ...more } };
};

describe('reading files from Telegram', () => {
  it('takes the largest size of a photo, wherever it stands in the list', () => {
    expect(message('album-first-with-caption').attachments).toEqual([
      { kind: 'image', externalId: 'ph-1-l', mimeType: 'image/jpeg', sizeBytes: 91_000 },
    ]);
  });

  it('gives the parts of an album one id and keeps the caption with its part', () => {
    const [first, second] = [message('album-first-with-caption'), message('album-second-without-caption')];
    expect([first.albumId, first.text]).toEqual(['139000', 'Sampah menumpuk']);
    expect([second.albumId, second.text]).toEqual(['139000', '']);
  });

  it.each([
    [
      'photo-sent-as-file',
      [
        {
          kind: 'document',
          externalId: 'doc-1',
          mimeType: 'image/heic',
          fileName: 'IMG_0001.HEIC',
          sizeBytes: 2_400_000,
        },
      ],
    ],
    ['voice-note', [{ kind: 'audio', externalId: 'voice-1', mimeType: 'audio/ogg', sizeBytes: 30_000 }]],
    ['animation-doubled-as-document', [{ kind: 'video', externalId: 'gif-1', mimeType: 'video/mp4' }]],
    [
      'video-note-without-type',
      [{ kind: 'video', externalId: 'vn-1', mimeType: 'video/mp4', sizeBytes: 400_000 }],
    ],
    [
      'live-photo',
      [
        { kind: 'image', externalId: 'ph-3-l', mimeType: 'image/jpeg', sizeBytes: 91_000 },
        { kind: 'video', externalId: 'live-1', mimeType: 'video/mp4', sizeBytes: 700_000 },
      ],
    ],
    [
      'sticker',
      [
        {
          kind: 'sticker',
          externalId: 'st-1',
          mimeType: 'image/webp',
          sizeBytes: 20_000,
          description: '🙏',
        },
      ],
    ],
    ['contact-of-another', [{ kind: 'contact', description: 'Pak RT, +6281200000001' }]],
    ['poll-as-message', [{ kind: 'other', description: 'Poll: Setuju portal ditutup malam?' }]],
  ])('keeps what was sent: %s', (name, attachments) => {
    expect(message(name).attachments).toEqual(attachments);
  });

  it('names a shared place after its venue', () => {
    const { location, attachments } = message('venue-doubled-as-location');
    expect(location).toEqual({ latitude: 0.5012, longitude: 117.5001, label: 'Pasar Induk, Jl. Contoh 1' });
    expect(attachments).toEqual([]);
  });
});

describe('reading who speaks on Telegram', () => {
  it('learns a phone number only from the contact of the sender', () => {
    expect(message('own-contact').author.phone).toBe('+6281200000000');
    expect(message('contact-of-another').author.phone).toBeUndefined();
  });

  it('keeps an anonymous admin unnamed, apart from all users', () => {
    expect(message('anonymous-admin').author).toEqual({
      externalId: '-1002000000002',
      displayName: 'Forum Warga',
      isAnonymous: true,
    });
  });

  it.each(['written-as-channel', 'channel-post'])('takes the channel for the author: %s', (name) => {
    expect(message(name).author).toEqual({
      externalId: '-1002000000003',
      displayName: 'Kabar Kelurahan',
      handle: 'kabar_contoh',
    });
  });
});

describe('reading where something was said on Telegram', () => {
  it.each([
    ['private-text', { externalId: '5551001', kind: 'private' }],
    ['public-group-mention', { externalId: '-1002000000001', kind: 'group', title: 'Warga RW 09' }],
    [
      'group-reply-chain-with-thread-id',
      { externalId: '-1002000000001', kind: 'group', title: 'Warga RW 09' },
    ],
    ['forum-topic', { externalId: '-1002000000002/7', kind: 'group', title: 'Forum Warga' }],
    [
      'channel-direct-message',
      { externalId: '-1002000000004/dm5551001', kind: 'private', title: 'Kabar Kelurahan' },
    ],
    ['channel-post', { externalId: '-1002000000003', kind: 'public', title: 'Kabar Kelurahan' }],
  ])('tells conversations apart: %s', (name, conversation) => {
    expect(message(name).conversation).toEqual(conversation);
  });

  it('knows the message that is answered, but not the note that opened a topic', () => {
    expect(message('reply-to-our-answer').replyToExternalId).toBe('5551001:31');
    expect(message('forum-topic').replyToExternalId).toBeUndefined();
  });

  it('gives an address to messages that anyone may open, and to no others', () => {
    expect(message('public-group-mention').permalink).toBe('https://t.me/warga_rw09_contoh/40');
    expect(message('channel-post').permalink).toBe('https://t.me/kabar_contoh/60');
    expect(message('forum-topic').permalink).toBeUndefined();
    expect(message('private-text').permalink).toBeUndefined();
  });

  it('hears of a group that moved from both ends', () => {
    const move = { kind: 'conversation-moved', fromExternalId: '-400001', toExternalId: '-1002000000001' };
    expect(readFixture('group-became-supergroup')).toEqual(move);
    expect(readFixture('supergroup-was-group')).toEqual(move);
  });
});

describe('the standing of the bot', () => {
  const standing = (type: string, status: string) =>
    readUpdate({
      update_id: 1,
      my_chat_member: { chat: { id: 7, type }, new_chat_member: { status }, date: 1_795_485_700 },
    });

  it.each([
    ['private', 'kicked', BLOCKED],
    ['private', 'member', null],
    ['supergroup', 'left', REMOVED],
    ['group', 'kicked', REMOVED],
    ['supergroup', 'administrator', null],
  ])('says whether answers arrive: %s, %s', (type, status, closed) => {
    expect(standing(type, status)).toEqual({
      ...{ kind: 'reachability', conversationExternalId: '7', closed, at: '2026-11-24T02:01:40.000Z' },
    });
  });
});

describe('leaving out what is no message', () => {
  it.each([
    ['start-command', 'command /start'],
    ['member-joined', 'service message new_chat_members'],
    ['channel-post-copied-to-group', 'copy of a channel post, forwarded by Telegram'],
    ['message-of-another-bot', 'message of a bot'],
    ['message-without-content', 'message without content'],
    ['button-pressed', 'a button that is none of ours'],
  ])('says why: %s', (name, reason) => {
    expect(readFixture(name)).toEqual({ kind: 'ignored', reason });
  });

  it.each(['/start air PDAM mati', '/lapor jalan rusak', '/startling', 'start'])(
    'keeps words that only look like the opening command: %s',
    (words) => {
      expect(readUpdate(text({ text: words }))).toMatchObject({ kind: 'message', message: { text: words } });
    },
  );

  it('shows a message that was edited into the opening command', () => {
    const { message: content } = text({ text: '/start', edit_date: 1_795_485_700 });
    expect(readUpdate({ update_id: 1, edited_message: content })).toMatchObject({
      kind: 'edit',
      text: '/start',
    });
  });

  it.each([
    ['unknown-update-kind', /hologram_message/],
    ['unknown-message-content', /hologram/],
    ['message-without-chat', /^Cannot read message\.chat$/],
  ])('quarantines what it does not know, by name and without its content: %s', (name, reason) => {
    expect(() => readFixture(name)).toThrow(reason);
    expect(() => readFixture(name)).not.toThrow(/rahasia/);
  });
});

describe('reading the chats of a business account', () => {
  const CHAT = '5551001/bizAbC_dEf-12';

  it('takes what a colleague writes there for ours, in answer to the citizen', () => {
    expect(message('business-message-of-a-colleague')).toMatchObject({
      externalId: `${CHAT}:902`,
      replyToExternalId: `${CHAT}:901`,
      author: { externalId: '5559999', isOurs: true },
    });
    expect(message('business-message').author.isOurs).toBeUndefined();
  });

  it('follows edits', () => {
    expect(readFixture('edited-business-message')).toMatchObject({
      kind: 'edit',
      messageExternalId: `${CHAT}:901`,
      text: 'KTP saya belum jadi sejak Juli',
    });
  });

  it('hears of each deleted message by itself', () => {
    const deletions = toParsedEvents(fixture('business-messages-deleted')).map((event) => {
      if (event.status === 'unreadable') throw new Error(event.reason);
      return { id: event.externalId, read: normaliseTelegramUpdate({ ...event, receivedAt: TEST_NOW }) };
    });
    const deletion = (id: number) => ({
      kind: 'deletion',
      messageExternalId: `${CHAT}:${id}`,
      deletedAt: TEST_NOW.toISOString(),
    });
    expect(deletions).toEqual([
      { id: '880000104/901', read: deletion(901) },
      { id: '880000104/903', read: deletion(903) },
    ]);
  });

  it('says why a change of the connection is no message', () => {
    expect(readFixture('business-connection')).toEqual({
      kind: 'ignored',
      reason: 'a business account took its chats away from the bot',
    });
  });
});

describe('reading comments on a channel', () => {
  it('links a comment to the post, not to its copy in the group', () => {
    expect(message('comment-on-channel-post')).toMatchObject({
      conversation: { externalId: '-1002000000001', kind: 'group' },
      replyToExternalId: '-1002000000003:60',
      text: 'Di RT 05 juga padam',
    });
  });
});

describe('reading unusual values', () => {
  it('leaves a new kind of update aside when it concerns nobody', () => {
    expect(readFixture('unknown-update-kind-without-people')).toEqual({
      kind: 'ignored',
      reason: 'update hologram_statistics is new and concerns nobody',
    });
  });

  it('takes back a reaction with an empty emoji', () => {
    expect(readFixture('anonymous-reaction-taken-back')).toMatchObject({
      kind: 'reaction',
      messageExternalId: '-1002000000001:40',
      author: { isAnonymous: true },
      emoji: '',
    });
  });

  it('keeps 4096 characters beyond the basic plane whole', () => {
    const long = '🚧'.repeat(2048);
    expect(readUpdate(text({ text: long }))).toMatchObject({ message: { text: long } });
  });

  it('refuses a time that no calendar has, rather than fail on it', () => {
    expect(() => readUpdate(text({ date: 9e15 }))).toThrow(/message\.date/);
  });

  it('does not mistake a member of every object for a kind of update', () => {
    expect(() => readUpdate({ update_id: 1, constructor: { chat: {} } })).toThrow(
      /Unknown kind of update: constructor/,
    );
  });
});
