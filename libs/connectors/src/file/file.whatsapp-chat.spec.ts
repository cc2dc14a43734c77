import { describe, expect, it } from '@jest/globals';
import { FileEvents } from './file.events.js';
import { normaliseRow } from './file.normalise.js';
import type { FileRow } from './file.rows.js';
import { openWhatsAppChat } from './file.whatsapp-chat.js';

const LRM = '\u200e';

async function read(content: string, fileName = 'Chat WhatsApp dengan Sari.txt', ours: string[] = []) {
  async function* source(): AsyncGenerator<Buffer> {
    yield Buffer.from(content);
  }
  const { rows, mapping = {} } = await openWhatsAppChat(source, fileName);
  const all: FileRow[] = [];
  for await (const row of rows) all.push(row);
  const maker = new FileEvents({ fileName, timeZone: 'Asia/Makassar' }, mapping, ours);
  const messages = all.flatMap((row) => {
    const event = maker.eventOf(row);
    if (event.status === 'unreadable') return [];
    const result = normaliseRow({ ...event, receivedAt: new Date() });
    return result.kind === 'message' ? [result.message] : [];
  });
  return { messages, problems: all.flatMap((row) => ('problem' in row ? [row] : [])) };
}
const said = async (content: string) =>
  (await read(content)).messages.map(
    ({ author, sentAt, text }) => `${sentAt} ${author.displayName}: ${text}`,
  );

describe('an exported WhatsApp chat', () => {
  it.each([
    ['Android, Indonesian', '24/11/26 10.15 - Sari: Air keruh'],
    ['Android, English', '24/11/2026, 10:15 - Sari: Air keruh'],
    ['Android, American', '11/24/26, 10:15\u202fAM - Sari: Air keruh'],
    ['iOS, Indonesian', `${LRM}[24/11/26 10.15.00] ~\u202fSari: Air keruh`],
    ['iOS, English', '[24/11/2026, 10:15:00 AM] Sari: Air keruh'],
  ])('of %s is read in the zone of the office', async (_phone, line) => {
    expect(await said(line)).toEqual(['2026-11-24T02:15:00.000Z Sari: Air keruh']);
  });

  it('knows noon from midnight', async () => {
    expect(await said('24/11/26, 12:05 AM - Sari: a\n24/11/26, 12:05 PM - Sari: b')).toEqual([
      '2026-11-23T16:05:00.000Z Sari: a',
      '2026-11-24T04:05:00.000Z Sari: b',
    ]);
  });

  it('tells day from month by the whole chat', async () => {
    expect(await said('11/5/26, 10:15 - A: a\n11/24/26, 10:15 - A: b')).toEqual([
      '2026-11-05T02:15:00.000Z A: a',
      '2026-11-24T02:15:00.000Z A: b',
    ]);
    expect(await said('11/5/26 10.15 - A: a')).toEqual(['2026-05-11T02:15:00.000Z A: a']);
  });

  it('has messages of many lines, and notes of its own that nobody wrote', async () => {
    const chat = [
      '24/11/26 10.14 - Pesan dan panggilan dienkripsi secara end-to-end.',
      '24/11/26 10.15 - Sari: Lampu padam',
      '',
      'sejak Senin: gelap',
      '24/11/26 10.16 - Sari: Pesan ini dihapus',
      '24/11/26 10.17 - Sari mengubah subjek dari "RT: 1" ke "RT 2"',
      `24/11/26 10.18 - Grup: ${LRM}Sari menambahkan Budi`,
      '24/11/26 10.19 - Budi: Benar <Pesan ini diedit>',
    ];
    expect((await read(chat.join('\r\n'))).messages.map(({ text }) => text)).toEqual([
      'Lampu padam\n\nsejak Senin: gelap',
      'Benar',
    ]);
  });

  it('names the files that came with a message, also those that the export has left out', async () => {
    const chat = [
      '24/11/26 10.15 - Sari: IMG-20261124-WA0001.jpg (file terlampir)',
      'Ini jalannya',
      '24/11/26 10.16 - Sari: <Media tidak disertakan>',
      `24/11/26 10.17 - Sari: ${LRM}<attached: 00000012-AUDIO.opus>`,
      `24/11/26 10.18 - Sari: ${LRM}image omitted`,
      `24/11/26 10.19 - Sari: ${LRM}Lokasi: https://maps.google.com/?q=0.49,117.54`,
    ];
    const { messages } = await read(chat.join('\n'));
    expect(messages.map(({ text, attachments }) => [text, ...attachments])).toEqual([
      ['Ini jalannya', { kind: 'image', fileName: 'IMG-20261124-WA0001.jpg' }],
      ['', { kind: 'other', description: 'media' }],
      ['', { kind: 'audio', fileName: '00000012-AUDIO.opus' }],
      ['', { kind: 'image', description: 'image' }],
      ['Lokasi: https://maps.google.com/?q=0.49,117.54'],
    ]);
  });

  it('exported again later adds only what is new: equal messages stay two, the file name may be numbered', async () => {
    const first = '24/11/26 10.15 - Sari: Halo\n24/11/26 10.15 - Sari: Halo';
    const ids = async (text: string, name: string) =>
      (await read(text, name)).messages.map(({ externalId }) => externalId);
    const before = await ids(first, 'WhatsApp Chat with Sari.txt');
    const after = await ids(`${first}\n24/11/26 10.15 - Sari: Baru`, 'WhatsApp Chat with Sari (2).txt');
    expect(new Set(before).size).toBe(2);
    expect(after.slice(0, 2)).toEqual(before);
    expect(after).toHaveLength(3);
  });

  it('is one conversation: of two people a private one, of more a group; the office is known by its name', async () => {
    const lines = [
      '24/11/26 10.15 - Sari: a',
      '24/11/26 10.16 - Kantor: b',
      '24/11/26 10.17 - +62 812-0000-0001: c',
    ];
    const two = await read(lines.slice(0, 2).join('\n'), undefined, ['Kantor']);
    expect(
      two.messages.map(({ conversation, author }) => [conversation.kind, author.isOurs ?? false]),
    ).toEqual([
      ['private', false],
      ['private', true],
    ]);
    const three = await read(lines.join('\n'), 'WhatsApp Chat - RT 2.txt');
    expect(three.messages[2]).toMatchObject({
      conversation: { externalId: 'RT 2', kind: 'group', title: 'RT 2' },
      author: { phone: '+62 812-0000-0001' },
    });
  });

  it('sets aside what cannot be read, with its line, and reads on', async () => {
    const { messages, problems } = await read('sisa\n31/13/26 10.15 - Sari: a\n24/11/26 10.15 - Sari: b');
    expect(messages.map(({ text }) => text)).toEqual(['b']);
    expect(problems).toMatchObject([
      { lineNumber: 1, problem: 'bukan bagian dari pesan' },
      { lineNumber: 2, problem: 'tanggal tidak ada' },
    ]);
    await expect(read('isi\nsatu')).rejects.toThrow('bukan ekspor obrolan WhatsApp');
  });
});
