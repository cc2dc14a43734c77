import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scriptedServer, TEST_NOW, testContext, type ScriptedServer } from '@app/connector-kit/testing';
import { telegramConnector } from './telegram.connector.js';
import { telegramSettingsSchema } from './telegram.settings.js';
import { telegramWebhook } from './telegram.webhook.js';

const SECRET = 'a-generated-webhook-secret';
const HOOK = 'https://wadah.example/hooks/1';

describe('the webhook of Telegram', () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await scriptedServer();
  });
  afterAll(() => server.stop());

  const context = (more: object = {}) =>
    testContext(
      telegramSettingsSchema.parse({
        botToken: '1:AA',
        mode: 'webhook',
        webhookSecret: SECRET,
        apiRoot: server.origin,
        ...more,
      }),
    );
  const healthWith = (webhookInfo: object) => {
    server.play(({ path }) => ({
      body: { ok: true, result: path.endsWith('/getMe') ? { username: 'lapor_bot' } : webhookInfo },
    }));
    return telegramConnector.health(context());
  };
  const secondsAgo = (seconds: number) => TEST_NOW.getTime() / 1000 - seconds;

  it('tells Telegram where to deliver, with the secret, and to keep what waits', async () => {
    server.play({ body: { ok: true, result: true } });
    await telegramWebhook.register?.(HOOK, context());
    expect(server.requests[0]?.path).toBe('/bot1:AA/setWebhook');
    expect(server.requests[0]?.json()).toMatchObject({
      url: HOOK,
      secret_token: SECRET,
      drop_pending_updates: false,
      allowed_updates: expect.arrayContaining(['message', 'edited_message']),
    });
  });

  it('takes the registration back without dropping what waits', async () => {
    server.play({ body: { ok: true, result: true } });
    await telegramWebhook.unregister?.(context());
    expect(server.requests[0]?.path).toBe('/bot1:AA/deleteWebhook');
    expect(server.requests[0]?.json()).toEqual({ drop_pending_updates: false });
  });

  it('hands on why Telegram refuses an address', async () => {
    const description = 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook';
    server.play({ status: 400, body: { ok: false, error_code: 400, description } });
    await expect(telegramWebhook.register?.('http://x', context())).rejects.toMatchObject({
      code: 'permission-missing',
      message: expect.stringContaining('An HTTPS URL must be provided'),
    });
  });

  it('lets nobody in, and registers nothing, without a secret', async () => {
    const open = context({ webhookSecret: undefined });
    const headers = { 'x-telegram-bot-api-secret-token': '' };
    const request = { method: 'POST', headers, query: {}, rawBody: Buffer.from('{}') } as const;
    expect(telegramWebhook.verify(request, open).verdict).toBe('rejected');
    await expect(telegramWebhook.register?.(HOOK, open)).rejects.toMatchObject({
      code: 'permission-missing',
    });
  });

  it('is healthy while Telegram delivers', async () => {
    expect(await healthWith({ url: HOOK })).toEqual({ status: 'healthy', account: '@lapor_bot' });
  });

  it('is degraded with Telegram’s reason when a delivery failed lately', async () => {
    const failure = { last_error_date: secondsAgo(60), last_error_message: 'Connection timed out' };
    expect(await healthWith({ url: HOOK, ...failure })).toEqual({
      status: 'degraded',
      reason: 'Telegram cannot deliver to wadah.example: Connection timed out',
    });
  });

  it('says, while all is well, that privacy mode hides what is written in groups', async () => {
    server.play(({ path }) => ({
      body: {
        ok: true,
        result: path.endsWith('/getMe')
          ? { username: 'lapor_bot', can_read_all_group_messages: false }
          : { url: HOOK },
      },
    }));
    expect(await telegramConnector.health(context())).toMatchObject({
      status: 'healthy',
      reason: expect.stringMatching(/setprivacy/),
    });
  });

  it('forgets a delivery that failed long ago', async () => {
    const failure = { last_error_date: secondsAgo(3600), last_error_message: 'Connection timed out' };
    expect(await healthWith({ url: HOOK, ...failure })).toMatchObject({ status: 'healthy' });
  });

  it('is degraded when Telegram knows no webhook', async () => {
    expect(await healthWith({ url: '' })).toMatchObject({
      status: 'degraded',
      reason: expect.stringMatching(/resume/),
    });
  });
});
