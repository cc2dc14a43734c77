import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connector, ParsedEvent } from '@app/connector-kit';
import { CONNECTORS } from '@app/connectors';
import { Database } from '@app/database';
import { RecordEventsService } from '@app/ingestion';
import { telegramUpdate } from '../support/drain-harness.js';
import { eventually } from '../support/eventually.js';
import { LineDouble, lineEvent } from '../support/line-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let system: TestSystem;
beforeAll(async () => {
  const telegram = CONNECTORS.filter(({ descriptor }) => descriptor.code === 'telegram');
  system = await startTestSystem(undefined, [new LineDouble().connector as Connector, ...telegram]);
});
afterAll(() => system.close());

/** The same account writes to two connections of a channel. @returns how many contacts they are */
async function contactsOf(channel: string, settings: object, event: (text: string) => ParsedEvent) {
  const database = system.api.app.get(Database, { strict: false });
  for (const name of ['first', 'second']) {
    const { body } = await system.admin.call('POST', '/connections', { channel, name, settings });
    await system.api.app
      .get(RecordEventsService, { strict: false })
      .record(body.id, [event(`${name} ${channel}`)]);
  }
  const rows = await eventually('both reports', async () => {
    const found = await database.query<{ contactId: string }>(
      'select contact_id as "contactId" from reports where channel = $1',
      [channel],
    );
    return found.length === 2 ? found : null;
  });
  return new Set(rows.map(({ contactId }) => contactId)).size;
}

describe('the account of a person', () => {
  it('is one contact over all connections where the platform has one number for it', async () => {
    const settings = { botToken: '1:AA', mode: 'webhook', apiRoot: 'http://127.0.0.1:9' };
    expect(await contactsOf('telegram', settings, (text) => telegramUpdate(1, { text }))).toBe(1);
  });

  it('is another one on each connection where numbers hold for one connection only', async () => {
    expect(await contactsOf('line-double', {}, (text) => lineEvent('1', text))).toBe(2);
  });
});
