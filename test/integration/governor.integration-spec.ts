import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OpenConnectionService } from '@app/connections';
import { ConnectorError } from '@app/connector-kit';
import { eventually } from '../support/eventually.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let system: TestSystem;
let telegram: TelegramDouble;
beforeAll(async () => {
  system = await startTestSystem();
});
beforeEach(async () => {
  telegram = await startTelegramDouble();
});
afterEach(() => telegram.stop());
afterAll(() => system.close());

/* eslint-disable @typescript-eslint/no-explicit-any -- answers of the API, looked at as the test expects them */
async function connect(channel: string, settings: object): Promise<any> {
  const answer = await system.admin.call('POST', '/connections', { channel, name: channel, settings });
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
}
const connectionOf = async (id: string): Promise<any> =>
  (await system.admin.call('GET', '/connections')).body.find((row: any) => row.id === id);
/* eslint-enable @typescript-eslint/no-explicit-any */

async function limitsOf(id: string) {
  const open = await system.api.app.get(OpenConnectionService, { strict: false }).byId(id);
  if (!open) throw new Error('The connection is gone');
  return open.context.limits;
}

describe('the pace of a connection', () => {
  it('lets through as many as the rule says, whoever asks, and tells the others when to come again', async () => {
    const { id } = await connect('telegram', { ...telegram.settings, mode: 'webhook' });
    const workers = await Promise.all([limitsOf(id), limitsOf(id), limitsOf(id)]);
    const rule = { limit: 6, perMs: 600_000, burst: 6 };
    const askedAt = Date.now();
    const takes = Array.from({ length: 30 }, (_, index) => workers[index % 3]?.take('endpoint', rule));
    const outcomes = await Promise.allSettled(takes);
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refused).toHaveLength(24);
    for (const error of refused as ConnectorError[]) {
      expect(error).toMatchObject({ code: 'rate-limited', isPaced: true });
      expect(error.until?.getTime()).toBeGreaterThan(askedAt);
    }
    await expect(workers[0]?.take('another endpoint', rule)).resolves.toBeUndefined();
  });

  it('keeps to what the platform said, in every worker, until the time that it named', async () => {
    const { id } = await connect('telegram', { ...telegram.settings, mode: 'webhook' });
    const [here, there] = [await limitsOf(id), await limitsOf(id)];
    const resetsAt = new Date(Date.now() + 3_600_000);
    await here.observe('mentions', { remaining: 2, resetsAt });
    await here.observe('mentions', { remaining: 7, resetsAt }); // an older answer that came later
    await there.take('mentions');
    await there.take('mentions');
    await expect(there.take('mentions')).rejects.toMatchObject({ code: 'rate-limited', until: resetsAt });
    await here.observe('sooner', { remaining: 0, resetsAt: new Date(Date.now() - 1_000) });
    await expect(there.take('sooner')).resolves.toBeUndefined();
  });

  it('makes answers wait for their turn: none fails, none is an attempt, the channel stays healthy', async () => {
    const { id } = await connect('telegram', telegram.settings);
    await telegram.sendPrivateText({ id: 880_001, firstName: 'Wati' }, 'Pipa bocor di jalan Anggrek');
    const report = await eventually('the report', async () => {
      const { body } = await system.admin.call('GET', '/reports?q=Anggrek');
      return body.items[0];
    });
    await eventually('health', async () => (await connectionOf(id)).health.state === 'healthy');
    for (let number = 1; number <= 6; number++) {
      const answer = { text: `Jawaban ${number}`, idempotencyKey: crypto.randomUUID() };
      // Every answer that goes out meanwhile makes a new version of the report.
      await eventually('the answer to be taken', async () => {
        const { version } = (await system.admin.call('GET', `/reports/${report.id}`)).body;
        const { status } = await system.admin.call('POST', `/reports/${report.id}/replies`, {
          ...answer,
          version,
        });
        return status === 202;
      });
    }
    await eventually('six answers', async () => {
      const { body } = await system.admin.call('GET', `/reports/${report.id}`);
      const states = new Set(body.replies.map((reply: { state: string }) => reply.state));
      expect([...states].filter((state) => !['queued', 'sending', 'sent'].includes(String(state)))).toEqual(
        [],
      );
      return states.size === 1 && states.has('sent');
    });
    expect(telegram.sentMessages()).toHaveLength(6);
    expect((await connectionOf(id)).health.state).toBe('healthy');
    const paced = telegram.sentMessages().map(({ text }) => text);
    expect(new Set(paced).size).toBe(6);
  });
});

describe('what a connection spends', () => {
  it('is shown by item with its forecast and its budget, and asks nothing once the budget is used up', async () => {
    const keys = { apiKey: 'a', apiSecret: 'b', accessToken: '1-c', accessSecret: 'd' };
    const endpoint = 'http://127.0.0.1:9';
    const { id, spending } = await connect('x', { ...keys, endpoint, monthlyBudgetRupiah: 50_000 });
    expect(spending).toMatchObject({ spentRupiah: 0, budgetRupiah: 50_000, items: [] });
    await system.database.query(`insert into connection_usage (connection_id, item, quantity, cost_rupiah)
      values ('${id}', 'owned-read', 1000, 16500), ('${id}', 'owned-read', 100, 1650),
             ('${id}', 'post-create', 200, 49500)`);
    const shown = (await connectionOf(id)).spending;
    expect(shown).toMatchObject({
      spentRupiah: 67_650,
      budgetRupiah: 50_000,
      items: [
        { name: { id: 'balasan', en: 'replies' }, quantity: 200, rupiah: 49_500 },
        { name: { en: 'mentions read' }, quantity: 1_100, rupiah: 18_150 },
      ],
    });
    expect(shown.forecastRupiah).toBeGreaterThanOrEqual(67_650);
    const { body } = await system.admin.call('POST', '/connections/test', {
      channel: 'x',
      connectionId: id,
      settings: {},
    });
    expect(body).toMatchObject({ state: 'degraded', reason: expect.stringContaining('budget for X') });
  });
});
