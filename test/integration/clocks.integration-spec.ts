import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportDetail, ReportPage } from '@app/api-contract';
import { eventually } from '../support/eventually.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let telegram: TelegramDouble;
let system: TestSystem;

beforeAll(async () => {
  telegram = await startTelegramDouble();
  system = await startTestSystem();
  await system.admin.call('POST', '/connections', {
    channel: 'telegram',
    name: 'Bot',
    settings: telegram.settings,
  });
});

afterAll(async () => {
  await system?.close();
  await telegram?.stop();
});

const find = async (query: string) =>
  ((await system.admin.call('GET', `/reports?${query}`)).body as ReportPage).items;
const read = async (id: string) => (await system.admin.call('GET', `/reports/${id}`)).body as ReportDetail;
const stagesOf = (report: ReportDetail) =>
  Object.fromEntries(report.clocks.map(({ stage, workingDays, state }) => [stage, [workingDays, state]]));

async function receive(id: number, text: string): Promise<ReportDetail> {
  await telegram.sendPrivateText({ id, firstName: 'Budi' }, text);
  const words = encodeURIComponent(text);
  const row = await eventually(text, async () => (await find(`q=${words}`))[0]);
  return read(row.id);
}

/** As if it had been received `days` ago. */
async function age(id: string, days: number): Promise<void> {
  await system.database.query(
    `update reports set verification_due_at = verification_due_at - interval '${days} days',
            answer_due_at = answer_due_at - interval '${days} days' where id = '${id}'`,
  );
}

describe('the legal clocks', () => {
  it('run from receipt by the class, and follow a correction', async () => {
    const report = await receive(11, 'Jalan Poros Kabo rusak parah dan berlubang');
    expect(stagesOf(report)).toEqual({
      verification: [3, 'running'],
      answer: [5, 'running'],
      completion: [14, 'running'],
    });
    expect(report.nextDueAt).toBe(report.clocks[0]?.dueAt);
    const { body } = await system.admin.call('POST', `/reports/${report.id}/class`, {
      class: 'spam',
      version: report.version,
    });
    expect(body).toMatchObject({ clocks: [], nextDueAt: null });
  });

  it('show what is due first, and an answer meets the clock of the first answer', async () => {
    const near = await receive(12, 'Lampu jalan Dayung mati sudah dua minggu');
    const far = await receive(13, 'Sampah menumpuk di Gang Delima tidak diangkut');
    await age(near.id, 60);
    const due = (await find('order=due')).map(({ id }) => id);
    expect(due.indexOf(near.id)).toBeLessThan(due.indexOf(far.id));
    expect((await find('clock=overdue')).map(({ id }) => id)).toEqual([near.id]);
    expect((await system.admin.call('GET', '/reports/counts')).body).toMatchObject({ overdue: 1 });

    await system.admin.call('POST', `/reports/${near.id}/replies`, {
      text: 'Petugas berangkat hari ini.',
      idempotencyKey: crypto.randomUUID(),
      version: near.version,
    });
    await eventually('no longer overdue', async () => (await find('clock=overdue')).length === 0);
    expect(stagesOf(await read(near.id))).toMatchObject({ verification: [3, 'met'], answer: [5, 'met'] });
  });

  it('stand still on hold, and run on when the citizen writes', async () => {
    const report = await receive(14, 'Jembatan gantung lapuk dan berbahaya');
    await system.admin.call('POST', `/reports/${report.id}/status`, {
      status: 'on-hold',
      version: report.version,
    });
    expect(await read(report.id)).toMatchObject({ nextDueAt: null, status: 'on-hold' });
    expect(stagesOf(await read(report.id))['answer']).toEqual([5, 'paused']);
    await system.database.query(
      `update reports set held_at = now() - interval '28 days' where id = '${report.id}'`,
    );
    await telegram.sendPrivateText({ id: 14, firstName: 'Budi' }, 'Lokasinya di Desa Sepaso');
    await eventually('running again', async () => (await read(report.id)).status === 'new');
    const before = Date.parse(report.clocks[1]?.dueAt ?? '');
    const after = Date.parse((await read(report.id)).clocks[1]?.dueAt ?? '');
    expect(after - before).toBeGreaterThan(20 * 86_400_000);
  });
});
