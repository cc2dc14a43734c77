import { createHmac, timingSafeEqual } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { scriptedServer, type RecordedRequest, type ScriptedServer } from '@app/connector-kit/testing';
import { RecordEventsService } from '@app/ingestion';
import { DeliverWebhooksService } from '@app/outgoing-webhooks';
import { telegramUpdate } from '../support/drain-harness.js';
import { eventually } from '../support/eventually.js';
import { startTestApi } from '../support/test-api.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let system: TestSystem;
let receiver: ScriptedServer;
let connectionId: string;
beforeAll(async () => {
  [system, receiver] = await Promise.all([startTestSystem(), scriptedServer()]);
  const settings = { botToken: '1:AA', mode: 'webhook', apiRoot: 'http://127.0.0.1:9' };
  const body = { channel: 'telegram', name: 'Bot', settings };
  connectionId = (await system.admin.call('POST', '/connections', body)).body.id;
});
beforeEach(async () => {
  for (const { id } of (await system.admin.call('GET', '/outgoing-webhooks')).body) {
    await system.admin.call('DELETE', `/outgoing-webhooks/${id}`);
  }
});
afterAll(async () => {
  await system.close();
  await receiver.stop();
});

/* eslint-disable @typescript-eslint/no-explicit-any -- answers of the API, looked at as the test expects them */
async function subscribe(events = ['report.created'], path = '/terima'): Promise<any> {
  const answer = await system.admin.call('POST', '/outgoing-webhooks', {
    name: 'Dasbor',
    url: receiver.origin + path,
    events,
  });
  expect(answer.status).toBe(201);
  return answer.body;
}
const deliveries = async (id: string): Promise<any[]> =>
  (await system.admin.call('GET', `/outgoing-webhooks/${id}/deliveries`)).body.items;
async function logged(id: string, state: string, count = 1): Promise<any[]> {
  await eventually(`${count} deliveries that are ${state}`, async () => {
    const rows = await deliveries(id);
    return rows.length === count && rows.every((row) => row.state === state);
  });
  return deliveries(id);
}
/* eslint-enable @typescript-eslint/no-explicit-any */
let updates = 0;
/** A report of another person each time. */
async function write(text: string): Promise<void> {
  updates += 1;
  const person = { id: 900 + updates, first_name: 'Warga' };
  const message = { text, chat: { ...person, type: 'private' }, from: { ...person, is_bot: false } };
  await system.api.app
    .get(RecordEventsService, { strict: false })
    .record(connectionId, [telegramUpdate(updates, message)]);
}
const hurry = () => system.database.query(`update webhook_deliveries set next_attempt_at = now()`);

/** As a receiver checks it, by the text of Standard Webhooks. */
function isGenuine(request: RecordedRequest, secret: string): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': given } = request.headers;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${at}.${request.body.toString()}`).digest();
  return timingSafeEqual(expected, Buffer.from(String(given).replace('v1,', ''), 'base64'));
}

describe('W12: programs that are told', () => {
  it('are told in spite of failures, each time with the same id, and the log says how it went', async () => {
    const { webhook, secret } = await subscribe();
    receiver.play([{ status: 500 }, 'cut', { status: 204 }]);
    await write('Jalan berlubang di Sangkima');
    for (let attempt = 1; attempt <= 2; attempt++) {
      await eventually(`failure ${attempt}`, async () => {
        const [row] = await deliveries(webhook.id);
        return row?.attempts === attempt && row.lastError !== null && row.state === 'pending';
      });
      await hurry();
    }
    const [delivered] = await logged(webhook.id, 'delivered');
    expect(delivered).toMatchObject({ attempts: 3, lastStatus: 204, lastError: null });
    expect(receiver.requests).toHaveLength(3);
    expect(new Set(receiver.requests.map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set([delivered.id]),
    );
    for (const request of receiver.requests) expect(isGenuine(request, secret)).toBe(true);
    const told = receiver.requests[0]?.json() as { type: string; data: Record<string, unknown> };
    expect(told).toMatchObject({
      type: 'report.created',
      data: { channel: 'telegram', ticketCode: expect.any(String), status: 'new' },
    });
    expect(JSON.stringify(told)).not.toContain('Sangkima');
    expect(JSON.stringify(told)).not.toContain('Warga');
  });

  it('are told of every change once, of those that they asked for', async () => {
    const { webhook } = await subscribe();
    const all = await subscribe(['report.created', 'report.changed', 'report.answered'], '/semua');
    receiver.play({ status: 200 });
    const texts = Array.from({ length: 25 }, (_, index) => `Lampu padam di RT ${index + 1}`);
    await Promise.all(texts.map(write));
    await logged(webhook.id, 'delivered', texts.length);
    const { body } = await system.admin.call('GET', '/reports?q=Lampu+padam&limit=1');
    const [report] = body.items;
    await system.admin.call('POST', `/reports/${report.id}/status`, {
      status: 'verified',
      version: report.version,
    });
    const rows = await logged(all.webhook.id, 'delivered', texts.length + 1);
    expect(rows[0]).toMatchObject({ event: 'report.changed' });
    expect(await deliveries(webhook.id)).toHaveLength(texts.length);
    const ids = receiver.requests.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('that fail for good are given up, shown, and told again when a person says so', async () => {
    const { webhook } = await subscribe();
    receiver.play({ status: 503 });
    await write('Sampah menumpuk di pasar');
    await eventually('the first failure', async () => (await deliveries(webhook.id))[0]?.lastStatus === 503);
    await system.database.query('update webhook_deliveries set attempts = 8, next_attempt_at = now()');
    await logged(webhook.id, 'failed');
    const [shown] = (await system.admin.call('GET', '/outgoing-webhooks')).body;
    expect(shown).toMatchObject({ isActive: true, problem: expect.stringContaining('503') });
    receiver.play({ status: 200 });
    const [failed] = await deliveries(webhook.id);
    await system.admin.call('POST', `/webhook-deliveries/${failed.id}/redelivery`);
    await logged(webhook.id, 'delivered');
    expect((await system.admin.call('GET', '/outgoing-webhooks')).body).toMatchObject([{ problem: null }]);
  });

  it('that say they are gone are switched off', async () => {
    const { webhook } = await subscribe();
    receiver.play({ status: 410 });
    await system.admin.call('POST', `/outgoing-webhooks/${webhook.id}/ping`);
    await eventually('the switch', async () => {
      const [shown] = (await system.admin.call('GET', '/outgoing-webhooks')).body;
      return !shown.isActive && shown;
    });
  });

  it('that do not answer keep nobody else waiting', async () => {
    const slow = await subscribe(['report.created'], '/lambat');
    const quick = await subscribe(['report.created'], '/cepat');
    receiver.play(({ path }) => (path === '/lambat' ? 'hang' : { status: 200 }));
    await write('Air mati di Kabo');
    await logged(quick.webhook.id, 'delivered');
    expect(await deliveries(slow.webhook.id)).toMatchObject([{ state: 'pending' }]);
  });

  it('are not looked for inside the own network, unless that is allowed', async () => {
    const { webhook } = await subscribe();
    receiver.play({ status: 200 });
    const strict = await startTestApi(system.database.url, {
      secretKey: system.secretKey,
      allowsPrivateAddresses: false,
    });
    try {
      await system.database.query(`insert into webhook_deliveries (id, subscription_id, event, body)
        select gen_random_uuid(), id, 'ping', '{}' from webhook_subscriptions`);
      const deliverer = strict.app.get(DeliverWebhooksService, { strict: false });
      await deliverer.start();
      await deliverer.finish();
      const [row] = await deliveries(webhook.id);
      expect(row).toMatchObject({
        state: 'pending',
        lastStatus: null,
        lastError: expect.stringMatching(/private/i),
      });
      expect(receiver.requests).toHaveLength(0);
    } finally {
      await strict.close();
    }
  });

  it('are an admin’s to choose', async () => {
    const answer = await system.admin.call('POST', '/outgoing-webhooks', {
      name: 'x',
      url: 'ftp://contoh.go.id',
      events: ['report.created'],
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation' } });
  });
});
