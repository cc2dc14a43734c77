import { describe, expect, it } from '@jest/globals';
import { FileEvents, isSameRow } from './file.events.js';
import { normaliseRow } from './file.normalise.js';
import type { FileRow } from './file.rows.js';
import { openTelegramExport } from './file.telegram.js';

const message = (id: number, more: object = {}) => ({
  id,
  type: 'message',
  date: '2026-11-24T10:15:00',
  date_unixtime: '1795486500',
  from: 'Sari {Contoh}',
  from_id: 'user7000000001',
  text: 'Air "keruh" \\ } ]',
  text_entities: [{ type: 'plain', text: 'Air keruh' }],
  ...more,
});
const chat = (messages: object[], type = 'private_supergroup') => ({
  name: 'RT 05 [Kabo]',
  type,
  id: 1900000001,
  messages,
});

async function read(content: unknown, ours: string[] = [], chunkBytes = 1_000) {
  const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content, null, 1));
  async function* source(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  }
  const { rows, mapping = {} } = await openTelegramExport(source);
  const all: FileRow[] = [];
  for await (const row of rows) all.push(row);
  const maker = new FileEvents({ fileName: 'result.json', timeZone: 'Asia/Makassar' }, mapping, ours);
  const events = all.map((row) => maker.eventOf(row));
  const results = events.flatMap((event) =>
    event.status === 'readable' ? [normaliseRow({ ...event, receivedAt: new Date() })] : [],
  );
  return {
    events,
    problems: events.flatMap((event) => (event.status === 'unreadable' ? [event.reason] : [])),
    ignored: results.flatMap((result) => (result.kind === 'ignored' ? [result.reason] : [])),
    messages: results.flatMap((result) => (result.kind === 'message' ? [result.message] : [])),
  };
}

describe('an export of Telegram Desktop', () => {
  it('of a group has its messages, with replies, places and files', async () => {
    const { messages } = await read(
      chat([
        message(1),
        message(2, {
          reply_to_message_id: 1,
          photo: 'photos/photo_1@24-11-2026.jpg',
          text: [
            'Lihat ',
            { type: 'bold', text: 'ini' },
            ' ',
            { type: 'text_link', text: 'peta', href: 'https://peta.example/1' },
          ],
        }),
        message(3, { text: '', location_information: { latitude: 0.5, longitude: 117.5 } }),
        message(4, {
          text: '',
          media_type: 'voice_message',
          file: '(File not included. Change data exporting settings to download.)',
        }),
        message(5, {
          text: '',
          poll: {
            question: 'Kapan?',
            closed: false,
            answers: [
              { text: 'Pagi', voters: 1 },
              { text: 'Sore', voters: 2 },
            ],
          },
        }),
      ]),
    );
    const base = {
      conversation: { externalId: '1900000001', kind: 'group', title: 'RT 05 [Kabo]' },
      author: { externalId: 'id:user7000000001', displayName: 'Sari {Contoh}' },
      sentAt: '2026-11-24T02:15:00.000Z',
      attachments: [],
    };
    expect(messages).toEqual([
      { ...base, externalId: '1900000001/1', text: 'Air "keruh" \\ } ]' },
      {
        ...base,
        externalId: '1900000001/2',
        text: 'Lihat ini peta (https://peta.example/1)',
        replyToExternalId: '1900000001/1',
        attachments: [{ kind: 'image', fileName: 'photo_1@24-11-2026.jpg' }],
      },
      { ...base, externalId: '1900000001/3', text: 'Lokasi', location: { latitude: 0.5, longitude: 117.5 } },
      {
        ...base,
        externalId: '1900000001/4',
        text: '',
        attachments: [{ kind: 'audio', description: 'voice' }],
      },
      { ...base, externalId: '1900000001/5', text: 'Kapan?\n- Pagi\n- Sore' },
    ]);
  });

  it('of a whole account has every chat’s, and the same ids as that chat’s own export', async () => {
    const account = {
      about: 'Here is the data you requested. Telegram ...',
      personal_information: { user_id: 1, first_name: 'Kominfo', messages: 'none' },
      chats: {
        about: 'This page lists all chats',
        list: [chat([message(1)]), { ...chat([message(1)], 'personal_chat'), id: 5 }],
      },
      left_chats: { about: '', list: [{ ...chat([message(9)], 'public_channel'), id: 6 }] },
    };
    const { messages } = await read(account);
    expect(messages.map(({ externalId, conversation: { kind } }) => [externalId, kind])).toEqual([
      ['1900000001/1', 'group'],
      ['5/1', 'private'],
      ['6/9', 'public'],
    ]);
    const alone = await read(chat([message(1)]));
    expect(messages[0]).toEqual(alone.messages[0]);
  });

  it('is read alike wherever its bytes are cut', async () => {
    const content = chat([message(1), message(2, { text: 'Jalan “rusak” 🚧 \\"' })]);
    const whole = await read(content, [], 1_000_000);
    for (const size of [1, 2, 7, 64])
      expect((await read(content, [], size)).messages).toEqual(whole.messages);
  });

  it('says why something is left out, and keeps it', async () => {
    const { ignored, events } = await read(
      chat([message(1, { type: 'service', action: 'invite_members', text: '' }), message(2, { text: '' })]),
    );
    expect(ignored).toEqual(['service message: invite_members', 'a message without content']);
    expect(events).toHaveLength(2);
    expect((await read(chat([message(1)], 'saved_messages'))).ignored).toHaveLength(1);
  });

  it('knows the office by its name or number, and people whose account is gone', async () => {
    const content = chat([message(1), message(2, { from: null, from_id: undefined })]);
    const { messages } = await read(content, ['user7000000001']);
    expect(messages.map(({ author }) => author)).toEqual([
      { externalId: 'id:user7000000001', displayName: 'Sari {Contoh}', isOurs: true },
      { externalId: 'conversation:1900000001' },
    ]);
  });

  it('has in a later export the same row, or another one when it was edited', async () => {
    const [first] = (await read(chat([message(1)]))).events;
    const [again] = (await read(chat([message(1, { reactions: [{ emoji: '👍', count: 1 }] })]))).events;
    const [edited] = (await read(chat([message(1, { text: 'Air jernih', edited_unixtime: '1795486600' })])))
      .events;
    if (first?.status !== 'readable' || again?.status !== 'readable' || edited?.status !== 'readable')
      throw new Error();
    expect([again.externalId, isSameRow(first.payload, again.payload)]).toEqual([first.externalId, true]);
    expect([edited.externalId, isSameRow(first.payload, edited.payload)]).toEqual([first.externalId, false]);
  });

  it('sets aside what cannot be read, alone, and says when the file is cut off', async () => {
    const content = JSON.stringify(
      chat([message(1), message(2, { date: 5 }), message(3, { text: 'x'.repeat(1_100_000) }), message(4)]),
    );
    const { messages, problems } = await read(content, [], 50_000);
    expect(messages.map(({ externalId }) => externalId)).toEqual(['1900000001/1', '1900000001/4']);
    expect(problems).toEqual([
      'baris 2: pesan tidak terbaca: date',
      'baris 3: pesan lebih panjang dari 1 MiB',
    ]);
    const cut = await read(content.slice(0, -400));
    expect(cut.problems.at(-1)).toContain('berkas terputus');
  });

  it('without a message is refused', async () => {
    await expect(read({ name: 'a', type: 'personal_chat', id: 1, messages: [] })).rejects.toThrow(
      'Tidak ada pesan',
    );
  });
});
