import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { ConnectorContext, ParsedEvent } from '@app/connector-kit';
import { testContext } from '@app/connector-kit/testing';
import { startXDouble, type XDouble } from '../../../../test/support/x-double.js';
import { createXConnector } from './x.connector.js';
import { xSettingsSchema, type XSettings } from './x.settings.js';
import { xWebhook } from './x.webhook.js';

const SITI = { id: '800000000000000101', name: 'Siti', username: 'siti' };

describe('the webhook of X', () => {
  let x: XDouble;
  let context: ConnectorContext<XSettings>;
  let host: Server;
  let url: string;
  let taken: ParsedEvent[];
  let isDown: boolean;

  beforeEach(async () => {
    x = await startXDouble();
    context = testContext(
      xSettingsSchema.parse({ ...x.settings, mode: 'webhook', readsDirectMessages: true }),
    );
    taken = [];
    isDown = false;
    host = createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? '/', 'http://host');
      buffer(request)
        .then((rawBody) => {
          const verdict = xWebhook.verify(
            {
              method: request.method === 'GET' ? 'GET' : 'POST',
              headers: request.headers as Record<string, string>,
              query: Object.fromEntries(searchParams),
              rawBody,
            },
            context,
          );
          if (isDown) return void response.writeHead(502).end();
          if (verdict.verdict === 'accepted') taken.push(...xWebhook.parse(verdict.request));
          response.writeHead(verdict.verdict === 'rejected' ? 403 : 200);
          response.end(verdict.verdict === 'challenge' ? verdict.body : '');
        })
        .catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(host.address() as AddressInfo).port}/hook`;
  });
  afterEach(async () => {
    host.closeAllConnections();
    host.close();
    await x.stop();
  });

  const health = () => createXConnector().health(context);
  const register = () => xWebhook.register?.(url, context);

  it('passes the challenge and subscribes to what concerns the account', async () => {
    await register();
    expect([...x.webhooks.subscribedEvents].sort()).toEqual([
      'chat.received',
      'dm.received',
      'dm.sent',
      'post.create',
      'post.delete',
      'post.mention.create',
      'post.quote.create',
      'post.reply.create',
    ]);
    expect(await health()).toEqual({ status: 'healthy', account: '@PemkotContoh' });
  });

  it('subscribes once, however often it is registered', async () => {
    await register();
    const before = x.webhooks.subscribedEvents;
    await register();
    expect(x.webhooks.subscribedEvents).toEqual(before);
  });

  it('says that the address did not pass the challenge', async () => {
    isDown = true;
    await expect(register()).rejects.toMatchObject({
      code: 'permission-missing',
      message: expect.stringContaining('CrcValidationFailed'),
    });
  });

  it('takes in what X signs, and nothing else', async () => {
    await register();
    const { id } = x.sendMention({ text: '@PemkotContoh banjir', handle: 'siti' });
    const { payload, includes } = x.pushed(id);
    expect(await x.webhooks.deliver('post.mention.create', payload, includes)).toBe(200);
    const { pushed } = x.messages.send({ text: 'Rahasia', from: SITI });
    expect(await x.webhooks.deliver('dm.received', pushed)).toBe(200);
    expect(await x.webhooks.post(url, { data: {} }, 'another-secret')).toBe(403);
    expect(taken.map((event) => event.status === 'readable' && event.kind)).toEqual(['post', 'dm']);
  });

  it('names a post alike, whether it was pushed or fetched', async () => {
    await register();
    const { id } = x.sendMention({ text: '@PemkotContoh banjir', handle: 'siti' });
    const { payload, includes } = x.pushed(id);
    await x.webhooks.deliver('post.mention.create', payload, includes);
    const page = await createXConnector().pull!.fetchPage(null, context);
    const key = (event: ParsedEvent | undefined) =>
      event?.status === 'readable' ? [event.kind, event.externalId, event.conversationKey] : [];
    expect(key(page.events[0])).toEqual(key(taken[0]));
  });

  it('is degraded when X has switched the webhook off, and has X check it again', async () => {
    await register();
    x.webhooks.invalidate();
    expect(await health()).toMatchObject({
      status: 'degraded',
      reason: expect.stringMatching(/switched the webhook off.*127\.0\.0\.1/),
    });
    expect(await health()).toMatchObject({ status: 'healthy' });
  });

  it('is degraded when nothing is subscribed', async () => {
    expect(await health()).toMatchObject({
      status: 'degraded',
      reason: expect.stringMatching(/no webhook is subscribed/),
    });
  });

  it('asks for what was switched on later', async () => {
    const before = { ...context, settings: { ...context.settings, readsDirectMessages: false } };
    await xWebhook.register?.(url, before);
    expect(await health()).toMatchObject({
      status: 'degraded',
      reason: expect.stringMatching(/does not deliver dm\.received/),
    });
    await register();
    expect(await health()).toMatchObject({ status: 'healthy' });
  });

  it('takes the registration back', async () => {
    await register();
    await xWebhook.unregister?.(context);
    expect(x.webhooks.subscribedEvents).toEqual([]);
    expect(x.webhooks.url).toBe('');
  });

  it('leaves the subscriptions of other accounts and programs alone', async () => {
    await register();
    const others = [
      { event_type: 'post.create', filter: { user_id: '7' }, tag: 'wadah', webhook_id: '1' },
      { event_type: 'post.create', filter: { user_id: x.account.id }, tag: 'other', webhook_id: '2' },
    ];
    for (const other of others)
      await x.webhooks.answer('POST /2/activity/subscriptions', JSON.stringify(other));
    await register();
    await xWebhook.unregister?.(context);
    expect(x.webhooks.subscribedEvents).toEqual(['post.create', 'post.create']);
    expect(x.webhooks.subscribedTo).toEqual(['1', '2']);
  });

  it('has nothing to take back where X gives no access to webhooks', async () => {
    x.failNext({ endpoint: 'set-up', times: 9, answer: { status: 403, body: { title: 'Forbidden' } } });
    await expect(xWebhook.unregister?.(context)).resolves.toBeUndefined();
  });

  it('goes on by sweeps, and says so, where X gives no access to webhooks', async () => {
    x.failNext({ endpoint: 'set-up', times: 9, answer: { status: 403, body: { title: 'Forbidden' } } });
    expect(await health()).toMatchObject({
      status: 'degraded',
      reason: expect.stringMatching(/no access to webhooks: switch the connection to polling/),
    });
  });

  it('needs new keys when the account has withdrawn the permission', async () => {
    await register();
    x.revoke();
    expect(await health()).toMatchObject({ status: 'needs-reauthorisation' });
  });
});
