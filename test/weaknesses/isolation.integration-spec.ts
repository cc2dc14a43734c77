import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connector } from '@app/connector-kit';
import { Database } from '@app/database';
import { RecordEventsService } from '@app/ingestion';
import { eventually } from '../support/eventually.js';
import { LineDouble, lineEvent } from '../support/line-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

const { session: _session, replies, ...connector } = new LineDouble().connector;
const sent: string[] = [];
let hanging = 0;
let letGo: () => void = () => undefined;
const gate = new Promise<void>((resolve) => {
  letGo = resolve;
});
/** A channel whose platform does not answer on line "slow". */
const line = {
  ...connector,
  health: async () => ({ status: 'healthy' }),
  webhook: {
    isEnabled: () => true,
    verify: () => ({ verdict: 'rejected', reason: 'not used' }),
    parse: () => [],
  },
  replies: {
    ...replies,
    needsSession: false,
    send: async (reply, context) => {
      if ((context.settings as { line: string }).line === 'slow') {
        hanging += 1;
        await gate;
      }
      sent.push(reply.text);
      return { externalId: `out-${sent.length}-${reply.text}`, status: 'sent' };
    },
  },
} as Connector;

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem(undefined, [line]);
});
afterAll(async () => {
  letGo();
  await system.close();
});

const connect = async (name: string): Promise<string> =>
  (
    await system.admin.call('POST', '/connections', {
      channel: 'line-double',
      name,
      settings: { line: name },
    })
  ).body.id;
const service = <Service>(type: new (...parameters: never[]) => Service): Service =>
  system.api.app.get(type as never, { strict: false });
const record = (id: string, texts: readonly string[]) =>
  service(RecordEventsService).record(
    id,
    texts.map((text) => lineEvent(text, text)),
  );

describe('W6: one connection', () => {
  it('that floods does not make the events of another wait behind its own', async () => {
    const [flooding, small] = [await connect('flooding'), await connect('small')];
    // Held back until all of them are there, so that the order of the work is seen, not the speed of the arrivals.
    await system.database.query(`create function hold_back() returns trigger language plpgsql as
      $$ begin new.next_attempt_at := now() + interval '1 hour'; return new; end $$`);
    await system.database.query(
      'create trigger hold_back before insert on raw_events for each row execute function hold_back()',
    );
    const flood = Array.from({ length: 3_000 }, (_, index) => `Banjir ${index}`);
    await record(flooding, flood);
    await record(small, ['Lampu padam']);
    await system.database.query('drop trigger hold_back on raw_events');
    await system.database.query('update raw_events set next_attempt_at = null');
    const database = service(Database);
    await eventually(
      'the end of the flood',
      async () => (await database.query(`select from raw_events where state = 'pending'`)).length === 0,
      60_000,
    );
    const [row] = await database.query<{ before: number }>(
      `select count(*)::int as before from raw_events where connection_id = $1 and processed_at <
         (select processed_at from raw_events where connection_id = $2)`,
      [flooding, small],
    );
    // One batch at most, of six.
    expect(row?.before).toBeLessThanOrEqual(500);
  });

  it('whose platform does not answer does not hold up the answers of another', async () => {
    const [slow, quick] = [await connect('slow'), await connect('quick')];
    const reports: string[] = [];
    for (const [id, text] of [
      [slow, 'Got jebol di Rantau Pulung'],
      [quick, 'Rambu hilang di Kaliorang'],
    ] as const) {
      await record(id, [text]);
      const found = await eventually(text, async () => {
        const { body } = await system.admin.call('GET', `/reports?q=${encodeURIComponent(text)}`);
        return body.items[0];
      });
      reports.push(found.id);
    }
    const answer = async (reportId: string | undefined, text: string) => {
      await eventually('the answer to be taken', async () => {
        const { version } = (await system.admin.call('GET', `/reports/${reportId}`)).body;
        const body = { text, version, idempotencyKey: crypto.randomUUID() };
        return (await system.admin.call('POST', `/reports/${reportId}/replies`, body)).status === 202;
      });
    };
    for (let number = 1; number <= 40; number++) await answer(reports[0], `lambat ${number}`);
    await eventually('answers that hang', async () => hanging > 0);
    await answer(reports[1], 'cepat');
    await eventually('the quick answer', async () => sent.includes('cepat'));
    expect(sent).toEqual(['cepat']);
    letGo();
    await eventually('all the others', async () => sent.length === 41);
    expect(new Set(sent).size).toBe(41);
  });
});
