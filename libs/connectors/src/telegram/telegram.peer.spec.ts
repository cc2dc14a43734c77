import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Telegraf } from 'telegraf';
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import type { OutboundReply } from '@app/connector-kit';
import { TEST_NOW, testContext } from '@app/connector-kit/testing';
import { startTelegramDouble, type TelegramDouble } from '../../../../test/support/telegram-double.js';
import { telegramConnector } from './telegram.connector.js';
import { telegramPull } from './telegram.pull.js';
import { telegramReplies } from './telegram.replies.js';
import { telegramSettingsSchema } from './telegram.settings.js';
import { telegramWebhook } from './telegram.webhook.js';

const contextOf = (settings: object, overrides: object = {}) =>
  testContext(telegramSettingsSchema.parse(settings), overrides);
const answerTo = (chatId: number, messageId: number): OutboundReply => ({
  conversation: { externalId: String(chatId), kind: 'private' },
  inReplyTo: { externalId: `${chatId}:${messageId}`, sentAt: TEST_NOW },
  recipient: { externalId: String(chatId) },
  text: 'Terima kasih 🙏',
  idempotencyKey: 'peer-1',
});
/** Texts of a page's messages, `null` for what is none. */
const textsOf = (page: Awaited<ReturnType<typeof telegramPull.fetchPage>>) =>
  page.events.map((event) => {
    if (event.status === 'unreadable') return null;
    const read = telegramConnector.normalise({ ...event, receivedAt: TEST_NOW });
    return read.kind === 'message' ? read.message.text : read.kind;
  });

describe('telegram-test-api as it is', () => {
  const peer = new TelegramServer();
  const token = '7000001:AApeer';
  let server: Server;
  let apiRoot: string;

  beforeAll(async () => {
    server = createServer(peer['webServer']);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is polled, answered and found healthy', async () => {
    const context = contextOf({ botToken: token, apiRoot });
    const citizen = peer.getClient(token, { userId: 5551001, chatId: 5551001, firstName: 'Sari' });
    (citizen as unknown as { url: string }).url = apiRoot;
    await citizen.sendMessage(citizen.makeMessage('Lampu jalan padam'));

    expect(await telegramConnector.health(context)).toEqual({ status: 'healthy', account: '@TestNameBot' });
    const page = await telegramPull.fetchPage(null, context);
    expect(textsOf(page)).toEqual(['Lampu jalan padam']);
    expect(page.nextCursor).toBe('1');

    const sent = await telegramReplies.send(answerTo(5551001, 1), context);
    expect(sent).toEqual({ externalId: '5551001:2', status: 'sent' });
    const received = await citizen.getUpdates();
    expect(received.result).toMatchObject([{ message: { chat_id: 5551001, text: 'Terima kasih 🙏' } }]);
  });
});

describe('the double around telegram-test-api', () => {
  const sari = { id: 5551001, firstName: 'Sari', username: 'sari_contoh' };
  let double: TelegramDouble;
  beforeAll(async () => {
    double = await startTelegramDouble();
  });
  let host: Server | undefined;
  afterAll(async () => {
    await double.stop();
    host?.closeAllConnections();
    host?.close();
  });
  const fetchPage = (cursor: string | null) => telegramPull.fetchPage(cursor, contextOf(double.settings));

  it('keeps updates until their number is confirmed', async () => {
    const { messageId } = await double.sendPrivateText(sari, 'Banjir');
    double.sendEdit(sari, messageId, 'Banjir setinggi lutut');
    double.sendRaw('rusak');
    double.sendAlbum(sari, 'Ini fotonya', ['foto-1', 'foto-2']);
    const first = await fetchPage(null);
    expect(textsOf(first)).toEqual(['Banjir', 'edit', null, 'Ini fotonya', '']);
    expect(await fetchPage(null)).toEqual(first);
    expect(double.pendingUpdates).toBe(5);

    await double.sendPrivateText(sari, 'Sudah surut');
    const second = await fetchPage(first.nextCursor);
    expect(textsOf(second)).toEqual(['Sudah surut']);
    expect(double.pendingUpdates).toBe(1);
    await double.sendPrivateText(sari, 'Terima kasih');
    expect(textsOf(await fetchPage(second.nextCursor))).toEqual(['Terima kasih']);
  });

  it('holds a poll open until something comes', async () => {
    double.expireUpdates();
    const [polling] = [fetchPage(null).then(textsOf), await double.waitForCall('getUpdates')];
    await double.sendPrivateText(sari, 'Masih di sana?');
    expect(await polling).toEqual(['Masih di sana?']);
  });

  it('ends the older of two polls', async () => {
    double.expireUpdates();
    const stop = new AbortController();
    const older = fetchPage(null).catch((error: unknown) => error);
    await double.waitForCall('getUpdates');
    const newer = telegramPull.fetchPage(null, contextOf(double.settings, { signal: stop.signal }));
    const stopped = newer.catch((error: unknown) => error);
    expect(await older).toMatchObject({
      code: 'rate-limited',
      message: expect.stringMatching(/Another program/),
    });
    stop.abort();
    expect(await stopped).toMatchObject({ code: 'transient' });
  });

  it('keeps the answers that were sent and fails to order', async () => {
    // Each with a pace of its own: none has heard of the refusal before.
    const context = () => contextOf(double.settings);
    double.failNext('sendMessage', {
      status: 429,
      body: { ok: false, error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 3 } },
    });
    await expect(telegramReplies.send(answerTo(sari.id, 1), context())).rejects.toMatchObject({
      code: 'rate-limited',
    });
    double.failNext('sendMessage', 'cut-after-taking');
    await expect(telegramReplies.send(answerTo(sari.id, 1), context())).rejects.toMatchObject({
      code: 'outcome-unknown',
    });
    const waiting = double.waitForReply(({ replyToMessageId }) => replyToMessageId === 4);
    await telegramReplies.send(answerTo(sari.id, 4), context());
    expect(await waiting).toMatchObject({ chatId: '5551001', text: 'Terima kasih 🙏' });
    expect(double.sentMessages()).toHaveLength(2);
  });

  it('delivers to a webhook with the secret until it is taken, and then refuses polls', async () => {
    const settings = { ...double.settings, mode: 'webhook', webhookSecret: 'a-generated-webhook-secret' };
    const context = contextOf(settings);
    const statuses = [500, 200];
    const taken = new Promise<readonly unknown[]>((resolve, reject) => {
      host = createServer((request, response) => {
        buffer(request)
          .then((rawBody) => {
            const headers = request.headers as Record<string, string>;
            const verdict = telegramWebhook.verify({ method: 'POST', headers, query: {}, rawBody }, context);
            const status = verdict.verdict === 'accepted' ? (statuses.shift() ?? 200) : 403;
            response.writeHead(status).end();
            if (verdict.verdict === 'accepted' && status === 200)
              resolve(telegramWebhook.parse(verdict.request));
          })
          .catch(reject);
      });
    });
    await new Promise<void>((resolve) => host?.listen(0, '127.0.0.1', resolve));
    double.expireUpdates();
    const { port } = host?.address() as AddressInfo;
    await telegramWebhook.register?.(`http://127.0.0.1:${port}/hook`, context);
    await double.sendPrivateText(sari, 'Lewat webhook');

    expect(await taken).toMatchObject([
      { status: 'readable', payload: { message: { text: 'Lewat webhook' } } },
    ]);
    await expect(fetchPage(null)).rejects.toMatchObject({ code: 'permission-missing' });
    expect(await telegramConnector.health(contextOf(double.settings))).toMatchObject({ status: 'degraded' });
    await telegramWebhook.unregister?.(context);
    expect(await telegramConnector.health(contextOf(double.settings))).toMatchObject({ status: 'healthy' });
  });

  it('is a Bot API to an independent client as well', async () => {
    double.expireUpdates();
    const { telegram } = new Telegraf(double.token, { telegram: { apiRoot: double.settings.apiRoot } });
    expect(await telegram.getMe()).toMatchObject({ username: 'TestNameBot' });
    const { messageId } = await double.sendPrivateText(sari, 'Halo dari klien lain');
    const [update] = await telegram.callApi('getUpdates', { timeout: 0 });
    expect(update).toMatchObject({ message: { message_id: messageId, text: 'Halo dari klien lain' } });
    const waiting = double.waitForReply(({ replyToMessageId }) => replyToMessageId === messageId);
    const sent = await telegram.sendMessage(sari.id, 'Siap', {
      reply_parameters: { message_id: messageId },
    });
    expect(sent).toMatchObject({ chat: { id: sari.id }, text: 'Siap' });
    expect(await waiting).toMatchObject({ chatId: String(sari.id), text: 'Siap' });
  });
});
