import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecordEventsService } from '@app/ingestion';
import type { ParsedEvent } from '@app/connector-kit';
import { CONNECTORS } from '@app/connectors';
import { eventually } from '../support/eventually.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';
import { WhatsAppDouble } from '../support/whatsapp-double.js';
import { whatsAppDelivery, whatsAppText, type WhatsAppCitizen } from '../support/whatsapp-deliveries.js';

const SARI: WhatsAppCitizen = { name: 'Sari', number: '6281200000001', userId: 'ID.1000000000000000001' };
const BUDI: WhatsAppCitizen = { name: 'Budi', number: '6281200000002' };

let system: TestSystem;
let whatsapp: WhatsAppDouble;
let web: string;
let cloud: string;

/* eslint-disable @typescript-eslint/no-explicit-any -- answers of the API, looked at as the test expects them */
const connect = async (channel: string, settings: object): Promise<string> => {
  const answer = await system.admin.call('POST', '/connections', { channel, name: channel, settings });
  expect(answer).toMatchObject({ status: 201 });
  return answer.body.id;
};
const reports = async (words: string): Promise<any[]> =>
  (await system.admin.call('GET', `/reports?q=${encodeURIComponent(words)}`)).body.items;
const reportWith = (words: string): Promise<any> =>
  eventually(`a report with "${words}"`, async () => {
    const [found] = await reports(words);
    return found && (await detail(found.id));
  });
const detail = async (id: string): Promise<any> => (await system.admin.call('GET', `/reports/${id}`)).body;
/* eslint-enable @typescript-eslint/no-explicit-any */
const takeOver = (heir: string, predecessorId: string) =>
  system.admin.call('POST', `/connections/${heir}/take-over`, { predecessorId });

/** As WhatsApp Web would have stored it. */
async function wrote(remote: string, author: string, body: string): Promise<void> {
  const connector = CONNECTORS.find(({ descriptor }) => descriptor.code === 'whatsapp-web');
  const id = { fromMe: false, remote, id: randomUUID(), _serialized: `false_${remote}_${randomUUID()}` };
  const t = Math.floor(Date.now() / 1000);
  const message = { id, from: remote, author, to: '628110000000@c.us', type: 'chat', t, body };
  const file = { name: 'message.json', body: Buffer.from(JSON.stringify(message)) };
  const [step] = (await connector?.replay?.(file)) ?? [];
  const events: readonly ParsedEvent[] = step?.by === 'ledger' ? step.events : [];
  await system.api.app.get(RecordEventsService, { strict: false }).record(web, events);
}

beforeAll(async () => {
  [system, whatsapp] = await Promise.all([startTestSystem(), new WhatsAppDouble().start()]);
  web = await connect('whatsapp-web', {});
  await system.admin.call('PATCH', `/connections/${web}`, { status: 'paused' });
  cloud = await connect('whatsapp-cloud', whatsapp.settings);
});
afterAll(async () => {
  await system.close();
  await whatsapp.stop();
});

describe('a number that moves from WhatsApp Web to the Cloud API', () => {
  it('keeps its people and threads, also those who wrote to the new one first', async () => {
    const [sari, budi] = [`${SARI.number}@c.us`, `${BUDI.number}@c.us`];
    await wrote(sari, sari, 'Lampu jalan padam di gang Kenanga');
    await wrote(budi, budi, 'Air keruh di gang Melati');
    await wrote('120363000000000001@g.us', budi, 'Jalan berlubang di gang Mawar');
    const [before, other, group] = [
      await reportWith('gang Kenanga'),
      await reportWith('gang Melati'),
      await reportWith('gang Mawar'),
    ];
    // Sari has a user id at the Cloud API, under which she has written already.
    await whatsapp.deliver(
      whatsapp.webhookUrl ?? '',
      whatsAppDelivery([whatsAppText(SARI, 'Halo, ini Sari')]),
    );
    const fresh = await reportWith('ini Sari');

    expect(await takeOver(cloud, web)).toMatchObject({
      status: 200,
      body: { conversations: 2, reports: 2, left: 1 },
    });
    expect(await takeOver(cloud, web)).toMatchObject({ body: { conversations: 0, reports: 0, left: 1 } });
    const sariNow = await detail(before.id);
    expect(sariNow).toMatchObject({
      channel: 'whatsapp-cloud',
      ticketCode: before.ticketCode,
      contact: { id: (await detail(fresh.id)).contact.id },
    });
    expect(await detail(group.id)).toMatchObject({ channel: 'whatsapp-web' });

    await whatsapp.deliver(
      whatsapp.webhookUrl ?? '',
      whatsAppDelivery([whatsAppText(BUDI, 'Sekarang sudah jernih di gang Melati, terima kasih')]),
    );
    await eventually(
      'his next message in the same report',
      async () => (await detail(other.id)).messages.length === 2,
    );
    expect((await detail(other.id)).contact.id).toBe(other.contact.id);

    const answered = await system.admin.call('POST', `/reports/${other.id}/replies`, {
      text: 'Sama-sama.',
      idempotencyKey: randomUUID(),
      version: (await detail(other.id)).version,
    });
    expect(answered.status).toBe(202);
    const sent = await eventually('the answer', async () => whatsapp.sent[0]);
    expect(sent.body).toMatchObject({ to: BUDI.number, text: { body: 'Sama-sama.' } });
    expect((await system.admin.call('GET', '/reconciliation')).body).toMatchObject({ isBalanced: true });
  });

  it('is refused where one cannot follow the other, and while something is on its way', async () => {
    expect((await takeOver(web, cloud)).body).toMatchObject({ code: 'take-over-not-possible' });
    await system.database
      .query(`insert into raw_events (connection_id, kind, external_id, conversation_key, lane,
      payload, next_attempt_at) values ('${web}', 'message', '1', '1', 0, '{}', now() + interval '1 hour')`);
    expect((await takeOver(cloud, web)).body).toMatchObject({ code: 'connection-busy' });
    expect((await takeOver(cloud, randomUUID())).status).toBe(404);
  });
});
