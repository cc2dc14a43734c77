import { stat } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConnectorError, type Connector } from '@app/connector-kit';
import { eventually } from '../support/eventually.js';
import { LineDouble, lineEvent, type LineRun } from '../support/line-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let system: TestSystem;
let line: LineDouble;

beforeEach(async () => {
  line = new LineDouble();
  system = await startTestSystem(undefined, [line.connector as Connector]);
});
afterEach(() => system.close());

/* eslint-disable @typescript-eslint/no-explicit-any -- answers of the API, looked at as the test expects them */
async function connect(): Promise<string> {
  const body = { channel: 'line-double', name: 'Line', settings: {} };
  return ((await system.admin.call('POST', '/connections', body)).body as any).id;
}
const change = (id: string, body: object) => system.admin.call('PATCH', `/connections/${id}`, body);
const connection = async (id: string): Promise<any> =>
  (await system.admin.call('GET', '/connections')).body.find((row: any) => row.id === id);
const reports = async (words: string): Promise<any[]> =>
  (await system.admin.call('GET', `/reports?q=${encodeURIComponent(words)}`)).body.items;
const detail = async (id: string): Promise<any> => (await system.admin.call('GET', `/reports/${id}`)).body;
/* eslint-enable @typescript-eslint/no-explicit-any */
const reportId = async (words: string): Promise<string> =>
  (await eventually(`a report about ${words}`, async () => (await reports(words))[0])).id;
async function answer(words: string, text: string): Promise<void> {
  const id = await reportId(words);
  const { version } = await detail(id);
  const body = { text, idempotencyKey: crypto.randomUUID(), version };
  expect(await system.admin.call('POST', `/reports/${id}/replies`, body)).toMatchObject({ status: 202 });
}
const openRun = (): Promise<LineRun> => eventually('an open line', async () => line.openRuns.at(-1));
const shown = (id: string, status: string | null) =>
  eventually(`a session that is ${status}`, async () => {
    const found = await connection(id);
    return (found.session?.status ?? null) === status && found;
  });
const healthIs = (id: string, state: string) =>
  eventually(`health ${state}`, async () => {
    const found = await connection(id);
    return found.health.state === state && found.health;
  });

describe('a connection with a session', () => {
  it('is opened, shown and found healthy, with a folder of its own', async () => {
    const id = await connect();
    const { context } = await openRun();
    expect(await shown(id, 'open')).toMatchObject({ session: { account: 'line 1' } });
    await healthIs(id, 'healthy');
    expect(context.folder).toBe(path.join(system.dataFolder, 'sessions', id));
    expect((await stat(context.folder)).mode & 0o777).toBe(0o700);
  });

  it('stores events together with the place where reading stopped, and begins there when it breaks', async () => {
    const id = await connect();
    const first = await openRun();
    expect(first.context.cursor).toBeNull();
    await first.context.emit([lineEvent('1', 'Jembatan putus di Sangkima')], 'after-1');
    await first.context.emit([lineEvent('2', 'Jembatan Sangkima sudah ditutup')]);
    await first.context.emit([lineEvent('1', 'Jembatan putus di Sangkima')], 'after-2');
    await eventually('the report', async () => (await reports('Sangkima'))[0]);
    first.break();
    const second = await eventually('another run', async () => line.runs[1]);
    expect(second.context.cursor).toBe('after-2');
    expect((await connection(id)).counts).toMatchObject({ received: 2, duplicates: 1 });
  });

  it('stores nothing when storing fails, and says so to the session', async () => {
    const id = await connect();
    const { context } = await openRun();
    await system.database.query(`update connections set cursor = 'somebody was here'`);
    await expect(context.emit([lineEvent('1', 'Pohon tumbang')], 'after-1')).rejects.toThrow();
    expect((await connection(id)).counts).toMatchObject({ received: 0 });
    // Without a place to keep, events are still taken: they are told apart by their ids.
    await context.emit([lineEvent('1', 'Pohon tumbang')]);
    expect((await connection(id)).counts).toMatchObject({ received: 1 });
  });

  it('shows why it is closed, and opens again', async () => {
    const id = await connect();
    const first = await openRun();
    line.opensAtOnce = false;
    first.break(new ConnectorError('transient', 'Nobody answers on line 1'));
    expect(await healthIs(id, 'unreachable')).toMatchObject({ reason: 'Nobody answers on line 1' });
    const second = await eventually('another run', async () => line.runs[1]);
    second.context.report({ status: 'open' });
    second.context.offer(line);
    await healthIs(id, 'healthy');
  });

  it('is left alone when its rights are gone, until an admin changes something', async () => {
    const id = await connect();
    line.opensAtOnce = false;
    (await openRun()).break(new ConnectorError('credentials-rejected', 'Line 1 is not ours'));
    expect(await healthIs(id, 'needs-reauthorisation')).toMatchObject({ reason: 'Line 1 is not ours' });
    await shown(id, null);
    line.opensAtOnce = true;
    await change(id, { settings: { line: '2' } });
    const { context } = await openRun();
    expect(context.settings.line).toBe('2');
    expect(line.runs).toHaveLength(2);
    await healthIs(id, 'healthy');
  });

  it('opens anew with changed settings, and closes when it is paused', async () => {
    const id = await connect();
    const first = await openRun();
    await change(id, { settings: { line: '2' } });
    await eventually('the change', async () => !first.isOpen);
    const second = await openRun();
    expect(second.context.settings.line).toBe('2');
    await change(id, { name: 'Renamed' });
    await change(id, { status: 'paused' });
    await eventually('the end', async () => !second.isOpen);
    await shown(id, null);
    expect(line.runs).toHaveLength(2);
  });

  it('shows what a person needs to link the account, to admins', async () => {
    line.opensAtOnce = false;
    const id = await connect();
    const { context } = await openRun();
    const expiresAt = new Date(Date.now() + 20_000);
    context.report({ status: 'pairing', qr: 'scan me', expiresAt });
    expect(await shown(id, 'pairing')).toMatchObject({
      session: { qr: 'scan me', code: null, expiresAt: expiresAt.toISOString() },
    });
    expect((await healthIs(id, 'needs-reauthorisation')).reason).toMatch(/not linked/);
    context.report({ status: 'open' });
    context.offer(line);
    await healthIs(id, 'healthy');
  });

  it('is open in one of two workers, and closes before another may open it', async () => {
    await system.startWorker();
    // With each new one, both workers look at all.
    for (let count = 1; count <= 4; count++) {
      await connect();
      await eventually('an open line', async () => line.openRuns.length === count);
    }
    expect(line.runs).toHaveLength(4);
    // The lease falls with its connection to the database.
    await system.database.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 860024`,
    );
    await eventually('the new lines', async () => line.runs.length === 8 && line.openRuns.length === 4);
    expect(line.runs.map(({ isOpen }) => isOpen)).toEqual([...Array(4).fill(false), ...Array(4).fill(true)]);
  });

  it('answers only while its line is open, and then each answer once', async () => {
    const id = await connect();
    await (await openRun()).context.emit([lineEvent('1', 'Sampah menumpuk di Teluk Lingga')]);
    line.opensAtOnce = false;
    (await openRun()).break();
    const run = await eventually('another run', async () => line.runs[1]);
    await answer('Teluk Lingga', 'Truk berangkat sore ini.');
    // The next in the queue goes out: the first has been looked at and left.
    line.opensAtOnce = true;
    await connect();
    const other = await eventually('the other line', async () => line.runs[2]);
    await other.context.emit([lineEvent('1', 'Parit tersumbat di Kabo Jaya')]);
    await answer('Kabo Jaya', 'Sudah dibersihkan.');
    await eventually('the second answer', async () => line.sent[0]);
    expect(line.sent.map(({ text }) => text)).toEqual(['Sudah dibersihkan.']);
    expect((await detail(await reportId('Teluk Lingga'))).replies).toMatchObject([
      { state: 'queued', problem: null },
    ]);
    run.context.report({ status: 'open' });
    run.context.offer(line);
    await eventually('the first answer', async () => line.sent[1]);
    expect(line.sent.map(({ text }) => text)).toEqual(['Sudah dibersihkan.', 'Truk berangkat sore ini.']);
    await healthIs(id, 'healthy');
  });
});
