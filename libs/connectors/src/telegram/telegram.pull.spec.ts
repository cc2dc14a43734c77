import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scriptedServer, testContext, type ScriptedServer } from '@app/connector-kit/testing';
import { telegramPull } from './telegram.pull.js';
import { telegramSettingsSchema } from './telegram.settings.js';

describe('fetching updates from Telegram', () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await scriptedServer();
  });
  afterAll(() => server.stop());

  const update = (id: number) => ({ update_id: id, message: { chat: { id: -7 } } });
  const fetchPage = (cursor: string | null, result: unknown[]) => {
    server.play({ body: { ok: true, result } });
    const settings = telegramSettingsSchema.parse({ botToken: '1:AA', apiRoot: `${server.origin}/` });
    return telegramPull.fetchPage(cursor, testContext(settings));
  };

  it('asks for everything that waits when there is no cursor yet', async () => {
    await fetchPage(null, []);
    expect(server.requests[0]?.path).toBe('/bot1:AA/getUpdates');
    expect(server.requests[0]?.json()).toEqual({
      limit: 100,
      timeout: 25,
      allowed_updates: [
        'message',
        'edited_message',
        'channel_post',
        'edited_channel_post',
        'message_reaction',
        'callback_query',
        'my_chat_member',
        'business_connection',
        'business_message',
        'edited_business_message',
        'deleted_business_messages',
      ],
    });
  });

  it('asks for what comes after the cursor and nothing further on, so that an old cursor skips nothing', async () => {
    await fetchPage('41', [update(42)]);
    expect(server.requests[0]?.json()).toMatchObject({ offset: 42 });
  });

  it('has more to fetch when the page was full', async () => {
    const full = Array.from({ length: 100 }, (_, index) => update(index));
    expect(await fetchPage('1', full)).toMatchObject({ hasMore: true, nextCursor: '99' });
    expect(await fetchPage('1', full.slice(1))).toMatchObject({ hasMore: false });
  });

  it('follows Telegram to lower numbers when it has started to count anew', async () => {
    expect(await fetchPage('760546622', [update(592426180), update(592426181)])).toMatchObject({
      nextCursor: '592426181',
    });
  });

  it('steps over a page that holds nothing readable, by one', async () => {
    const page = await fetchPage('41', ['rusak', null, { update_id: '44' }]);
    expect(page.events.map(({ status }) => status)).toEqual(['unreadable', 'unreadable', 'unreadable']);
    expect(page.nextCursor).toBe('42');
  });

  it('keeps an unreadable item as it came', async () => {
    const page = await fetchPage('41', [update(42), { update_id: 4.5, message: 'rusak' }]);
    expect(page.events[1]).toMatchObject({ bytes: Buffer.from('{"update_id":4.5,"message":"rusak"}') });
  });

  it('keeps the updates of one chat together, whatever their kind and topic', async () => {
    const chat = { id: -7 };
    const { events } = await fetchPage('1', [
      { update_id: 2, message: { chat, message_thread_id: 3, is_topic_message: true } },
      { update_id: 3, message_reaction: { chat, message_id: 1 } },
      { update_id: 4, callback_query: { from: { id: 5 }, message: { chat } } },
      { update_id: 5, callback_query: { from: { id: 5 } } },
      { update_id: 6, poll: { id: 'x' } },
    ]);
    expect(events.map((event) => event.status === 'readable' && event.conversationKey)).toEqual([
      '-7',
      '-7',
      '-7',
      '5',
      'update-6',
    ]);
  });
});
