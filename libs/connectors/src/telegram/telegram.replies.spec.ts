import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConnectorError, OutboundReply } from '@app/connector-kit';
import { scriptedServer, testContext, type Script, type ScriptedServer } from '@app/connector-kit/testing';
import { telegramReplies } from './telegram.replies.js';
import { telegramSettingsSchema } from './telegram.settings.js';

const sentTo = (chat: object, more: object = {}) => ({
  body: { ok: true, result: { message_id: 90, date: 1, chat, ...more } },
});
const refused = (status: number, description: string, parameters = {}) => ({
  status,
  body: { ok: false, error_code: status, description, parameters },
});

describe('answering on Telegram', () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await scriptedServer();
  });
  afterAll(() => server.stop());

  const reply = (conversation: string, inReplyTo: string): OutboundReply => ({
    conversation: { externalId: conversation, kind: 'group' },
    inReplyTo: { externalId: inReplyTo, sentAt: new Date(0) },
    recipient: { externalId: '5' },
    text: 'Sudah *ditangani* oleh dinas_PU',
    idempotencyKey: 'k',
  });
  const send = (to: OutboundReply, script: Script) => {
    server.play(script);
    const settings = telegramSettingsSchema.parse({ botToken: '1:AA', apiRoot: server.origin });
    return telegramReplies.send(to, testContext(settings));
  };
  const asked = () => server.requests.map((request) => request.json());

  it('quotes the citizen’s message in plain text, even when it has been deleted', async () => {
    await send(reply('5551001', '5551001:11'), sentTo({ id: 5551001, type: 'private' }));
    expect(asked()).toEqual([
      {
        chat_id: 5551001,
        text: 'Sudah *ditangani* oleh dinas_PU',
        reply_parameters: { message_id: 11, allow_sending_without_reply: true },
      },
    ]);
  });

  it('answers in the topic where it was asked', async () => {
    await send(reply('-100200/7', '-100200:50'), sentTo({ id: -100200, type: 'supergroup' }));
    expect(asked()).toMatchObject([
      { chat_id: -100200, message_thread_id: 7, reply_parameters: { message_id: 50 } },
    ]);
  });

  it('answers in the citizen’s thread of a channel’s direct messages', async () => {
    await send(reply('-100200/dm5', '-100200:50'), sentTo({ id: -100200, type: 'supergroup' }));
    expect(asked()).toMatchObject([{ chat_id: -100200, direct_messages_topic_id: 5 }]);
  });

  it('answers for the business account in its chat, and knows the message again', async () => {
    const sent = await send(
      reply('5551001/bizAbC_dEf-12', '5551001/bizAbC_dEf-12:901'),
      sentTo({ id: 5551001, type: 'private' }, { business_connection_id: 'AbC_dEf-12' }),
    );
    expect(asked()).toMatchObject([
      { chat_id: 5551001, business_connection_id: 'AbC_dEf-12', reply_parameters: { message_id: 901 } },
    ]);
    expect(sent.externalId).toBe('5551001/bizAbC_dEf-12:90');
  });

  it('gives the address of an answer in a public group', async () => {
    const chat = { id: -100200, type: 'supergroup', username: 'warga_contoh' };
    const sent = await send(
      reply('-100200/7', '-100200:50'),
      sentTo(chat, { is_topic_message: true, message_thread_id: 7 }),
    );
    expect(sent).toEqual({
      externalId: '-100200:90',
      status: 'sent',
      permalink: 'https://t.me/warga_contoh/7/90',
    });
  });

  it('follows a group to its new id once, without quoting a message that has another number there', async () => {
    const moved = refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: -100300,
    });
    const sent = await send(reply('-400', '-400:11'), [moved, sentTo({ id: -100300, type: 'supergroup' })]);
    expect(sent.externalId).toBe('-100300:90');
    expect(asked()).toEqual([
      expect.objectContaining({ chat_id: -400 }),
      { chat_id: -100300, text: 'Sudah *ditangani* oleh dinas_PU' },
    ]);
  });

  it.each([
    [403, 'Forbidden: bot was blocked by the user', /citizen has blocked the bot/],
    [403, 'Forbidden: user is deactivated', /no longer exists/],
    [403, "Forbidden: bot can't initiate conversation with a user", /cannot write first/],
    [403, 'Forbidden: bot was kicked from the supergroup chat', /no longer in this group/],
    [400, 'Bad Request: message thread not found', /topic .* closed or gone/],
    [400, 'Bad Request: not enough rights to send text messages to the chat', /may not write/],
    [400, 'Bad Request: something new', /Bad Request: something new/],
  ])('tells the officer why an answer was refused: %i %s', async (status, description, reason) => {
    await expect(send(reply('-400', '-400:11'), refused(status, description))).rejects.toMatchObject({
      code: 'reply-refused',
      message: expect.stringMatching(reason),
    });
  });

  it.each([
    [403, 'Forbidden: bot was blocked by the user', true],
    [403, 'Forbidden: bot was kicked from the supergroup chat', true],
    [400, 'Bad Request: message thread not found', false],
  ])('knows whether the whole conversation is shut: %i %s', async (status, description, isShut) => {
    const failure: unknown = await send(reply('-400', '-400:11'), refused(status, description)).catch(
      (error: unknown) => error,
    );
    expect((failure as ConnectorError).closes !== undefined).toBe(isShut);
  });

  describe('with choices', () => {
    const choices = ['Ya', 'Belum'];
    const file = { fileName: 'a.jpg', mimeType: 'image/jpeg', body: Buffer.from('gambar') };

    it('puts a button for each below the text', async () => {
      await send({ ...reply('-400', '-400:11'), choices }, [sentTo({ id: -400, type: 'group' })]);
      expect(asked()).toMatchObject([
        {
          text: 'Sudah *ditangani* oleh dinas_PU',
          reply_markup: {
            inline_keyboard: choices.map((choice) => [{ text: choice, callback_data: choice }]),
          },
        },
      ]);
    });

    it('sends them below the text that follows an album, which has none', async () => {
      const album = {
        body: { ok: true, result: [{ message_id: 91, date: 1, chat: { id: -400, type: 'group' } }] },
      };
      await send({ ...reply('-400', '-400:11'), choices, files: [file, file] }, [
        album,
        sentTo({ id: -400, type: 'group' }),
      ]);
      expect(server.requests.map(({ path }) => path.split('/').at(-1))).toEqual([
        'sendMediaGroup',
        'sendMessage',
      ]);
      expect(server.requests[1]?.json()).toMatchObject({ reply_markup: { inline_keyboard: [[{}], [{}]] } });
    });
  });

  it('waits as long as Telegram says', async () => {
    const busy = refused(429, 'Too Many Requests: retry after 7', { retry_after: 7 });
    await expect(send(reply('-400', '-400:11'), busy)).rejects.toMatchObject({
      code: 'rate-limited',
      until: new Date('2026-11-24T02:00:07.000Z'),
    });
  });

  it('counts length in UTF-16 units, as Telegram does', () => {
    expect(telegramReplies.countLength('🚧')).toBe(2);
  });

  it('is public in groups, private in private chats and impossible elsewhere', () => {
    const availability = (externalId: string, kind: 'private' | 'group') =>
      telegramReplies.availability(
        { ...reply(externalId, ''), conversation: { externalId, kind } },
        new Date(0),
      );
    expect(availability('-400/7', 'group')).toEqual({ isAllowed: true, isPublic: true });
    expect(availability('5', 'private')).toEqual({ isAllowed: true, isPublic: false });
    expect(availability('x:5', 'private').isAllowed).toBe(false);
  });

  describe('with files', () => {
    const file = (fileName: string, mimeType: string) => ({
      fileName,
      mimeType,
      body: Buffer.from(fileName),
    });
    const message = (id: number) => ({ message_id: id, date: 1, chat: { id: 5551001, type: 'private' } });
    const withFiles = (text: string, ...files: ReturnType<typeof file>[]) => ({
      ...reply('5551001', '5551001:11'),
      text,
      files,
    });
    const forms = () =>
      Promise.all(
        server.requests.map(async ({ path, body, headers }) => {
          const type = String(headers['content-type']);
          if (!type.startsWith('multipart/'))
            return { method: path.split('/').pop(), ...(JSON.parse(String(body)) as object) };
          const form = await new Response(new Uint8Array(body), {
            headers: { 'content-type': type },
          }).formData();
          const entries = [...form].map(([name, value]) => [
            name,
            value instanceof File ? value.name : value,
          ]);
          return { method: path.split('/').pop(), ...(Object.fromEntries(entries) as object) };
        }),
      );

    it('sends a photo with the text below it', async () => {
      await send(
        withFiles('Ini fotonya', file('jalan.jpg', 'image/jpeg')),
        sentTo({ id: 5551001, type: 'private' }),
      );
      expect(await forms()).toEqual([
        {
          method: 'sendPhoto',
          chat_id: '5551001',
          caption: 'Ini fotonya',
          photo: 'jalan.jpg',
          reply_parameters: '{"message_id":11,"allow_sending_without_reply":true}',
        },
      ]);
    });

    it('sends several as one album, and knows each message again', async () => {
      const sent = await send(
        withFiles('Dua berkas', file('surat.pdf', 'application/pdf'), file('foto.png', 'image/png')),
        { body: { ok: true, result: [message(90), message(91)] } },
      );
      const [form] = (await forms()) as { method: string; media: string; file0: string; file1: string }[];
      expect(form).toMatchObject({ method: 'sendMediaGroup', file0: 'surat.pdf', file1: 'foto.png' });
      expect(JSON.parse(form?.media ?? '')).toEqual([
        { type: 'document', media: 'attach://file0', caption: 'Dua berkas' },
        { type: 'document', media: 'attach://file1' },
      ]);
      expect(sent).toMatchObject({ externalId: '5551001:90', furtherExternalIds: ['5551001:91'] });
    });

    it('sends a text that is too long for a caption after them', async () => {
      const long = 'a'.repeat(1_025);
      const sent = await send(withFiles(long, file('surat.pdf', 'application/pdf')), [
        { body: { ok: true, result: message(90) } },
        { body: { ok: true, result: message(91) } },
      ]);
      expect(await forms()).toMatchObject([
        { method: 'sendDocument' },
        { method: 'sendMessage', text: long },
      ]);
      expect(sent.furtherExternalIds).toEqual(['5551001:91']);
    });

    it('leaves it to a person when the files went and the text did not', async () => {
      const long = 'a'.repeat(1_025);
      const sending = send(withFiles(long, file('surat.pdf', 'application/pdf')), [
        { body: { ok: true, result: message(90) } },
        refused(429, 'Too Many Requests: retry after 7', { retry_after: 7 }),
      ]);
      await expect(sending).rejects.toMatchObject({ code: 'outcome-unknown' });
    });
  });
});
