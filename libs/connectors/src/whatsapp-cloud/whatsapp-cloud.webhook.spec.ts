import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { VerifiedWebhookRequest } from '@app/connector-kit';
import { testContext } from '@app/connector-kit/testing';
import fc from 'fast-check';
import { WhatsAppDouble } from '../../../../test/support/whatsapp-double.js';
import { fixture } from './fixtures/recordings.js';
import { whatsAppCloudHealth } from './whatsapp-cloud.health.js';
import { whatsAppCloudSettingsSchema } from './whatsapp-cloud.settings.js';
import { whatsAppCloudWebhook } from './whatsapp-cloud.webhook.js';

const OBJECT = 'whatsapp_business_account';
const VERIFY_TOKEN = 'a-generated-verify-token';

describe('the registration of the webhook', () => {
  let double: WhatsAppDouble;
  let hook: Server;
  let url: string;
  beforeAll(async () => {
    // Answers the handshake as the API does.
    hook = createServer((request, response) => {
      const query = Object.fromEntries(new URL(request.url ?? '', 'http://hook').searchParams);
      const context = testContext(settings());
      const verdict = whatsAppCloudWebhook.verify(
        { method: 'GET', headers: {}, query, rawBody: Buffer.alloc(0) },
        context,
      );
      response.writeHead(verdict.verdict === 'challenge' ? 200 : 403);
      response.end(verdict.verdict === 'challenge' ? verdict.body : 'no');
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hooks/1`;
  });
  afterAll(() => new Promise<void>((resolve) => void hook.close(() => resolve())));
  beforeEach(async () => {
    double = await new WhatsAppDouble().start();
  });
  afterEach(() => double.stop());

  const settings = (more: object = {}) =>
    whatsAppCloudSettingsSchema.parse({ ...double.settings, verifyToken: VERIFY_TOKEN, ...more });
  const register = (more: object = {}) => whatsAppCloudWebhook.register?.(url, testContext(settings(more)));
  const health = () => whatsAppCloudHealth(testContext(settings()));

  it('makes a connection that hears nothing one that does', async () => {
    expect(await health()).toMatchObject({
      status: 'degraded',
      reason: expect.stringMatching(/not subscribed/),
    });
    await register();
    expect(double.subscriptions.get(OBJECT)).toMatchObject({
      callbackUrl: url,
      fields: expect.arrayContaining(['messages', 'smb_message_echoes']),
    });
    expect(double.webhookUrl).toBe(url);
    expect(await health()).toMatchObject({ status: 'healthy' });
  });

  it('leaves the address of another program alone, and takes that of the number', async () => {
    const other = { callbackUrl: 'https://other.example/hook', fields: ['messages'], active: true };
    double.subscriptions.set(OBJECT, other);
    await register();
    expect(double.subscriptions.get(OBJECT)).toBe(other);
    expect(double.webhookUrl).toBe(url);
    expect(await health()).toMatchObject({ status: 'healthy' });
  });

  it('keeps the fields that somebody has ticked, and switches a dead webhook on again', async () => {
    double.subscriptions.set(OBJECT, { callbackUrl: url, fields: ['calls'], active: false });
    expect(await health()).toMatchObject({ status: 'degraded' });
    await register();
    const { fields = [], active } = double.subscriptions.get(OBJECT) ?? {};
    expect([fields.includes('calls'), fields.includes('messages'), active]).toEqual([true, true, true]);
  });

  it('says so when Meta cannot reach the address, or the token is not good', async () => {
    await expect(
      whatsAppCloudWebhook.register?.(
        `${url.replace('/hooks', '')}`,
        testContext(settings({ verifyToken: 'another-token' })),
      ),
    ).rejects.toMatchObject({ code: 'permission-missing' });
    double.revokeToken();
    await expect(register()).rejects.toMatchObject({ code: 'credentials-rejected' });
    expect(await health()).toMatchObject({ status: 'needs-reauthorisation' });
  });

  it('wants a verify token, and lets nobody in without one', async () => {
    await expect(register({ verifyToken: undefined })).rejects.toMatchObject({ code: 'permission-missing' });
  });
});

describe('a batched delivery', () => {
  type Value = Readonly<Record<string, unknown>>;
  const valueOf = (name: string): Value =>
    (fixture(name).entry as { changes: { value: Value }[] }[])[0]?.changes[0]?.value ?? {};
  const text = valueOf('text');
  const status = valueOf('status-played');
  const echo = valueOf('colleague-answered-in-app');
  const renamed = (value: Value, list: string, count: number, prefix: string): Value => {
    const [item] = value[list] as object[];
    return { ...value, [list]: Array.from({ length: count }, (_, n) => ({ ...item, id: `${prefix}-${n}` })) };
  };
  const LISTS = {
    messages: { value: text, field: 'messages', name: (id: string) => `message ${id}` },
    statuses: { value: status, field: 'messages', name: (id: string) => `status ${id}:played` },
    message_echoes: { value: echo, field: 'smb_message_echoes', name: (id: string) => `echo ${id}` },
  } as const;

  it('is as many events as it holds, at every level, each with the id that it has alone', () => {
    const change = fc.record({
      list: fc.constantFrom('messages' as const, 'statuses' as const, 'message_echoes' as const),
      count: fc.integer({ min: 1, max: 5 }),
    });
    const entries = fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(entries, (shape) => {
        const wanted: string[] = [];
        const entry = shape.map((changes, e) => ({
          id: '210000000000001',
          changes: changes.map(({ list, count }, c) => {
            const { value, field, name } = LISTS[list];
            for (let n = 0; n < count; n++) wanted.push(name(`wamid.${e}-${c}-${n}`));
            return { field, value: renamed(value, list, count, `wamid.${e}-${c}`) };
          }),
        }));
        const rawBody = Buffer.from(JSON.stringify({ object: OBJECT, entry }));
        const events = whatsAppCloudWebhook.parse({ rawBody } as VerifiedWebhookRequest);
        expect(
          events.map((event) =>
            event.status === 'readable' ? `${event.kind} ${event.externalId}` : event.reason,
          ),
        ).toEqual(wanted);
      }),
      { numRuns: 50 },
    );
  });
});
