import type { FirstSteps, Overview, ReportCounts, ReportDetail } from '@app/api-contract';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readEnvironment } from '@app/config';
import { runDemo } from '../../apps/cli/src/demo/run-demo.js';
import { Database } from '@app/database';
import { eventually } from '../support/eventually.js';
import { tallyDifferences } from '../support/tally-differences.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let system: TestSystem;
let folder: string;

beforeAll(async () => {
  system = await startTestSystem();
  folder = await mkdtemp(path.join(tmpdir(), 'wadah-demo-'));
});

afterAll(async () => {
  await system.close();
  await rm(folder, { recursive: true, force: true });
});

it('the examples come over every channel, once, and nothing is set aside', async () => {
  const WADAH_SECRET_KEY = system.secretKey.toString('base64');
  const environment = readEnvironment({ WADAH_DATA_DIR: folder, WADAH_SECRET_KEY });
  expect(await runDemo(environment, system.database.url)).toBeGreaterThan(190);
  const connections = (await system.admin.call('GET', '/connections')).body as {
    channel: string;
    name: string;
    counts: { received: number; pending: number; quarantined: number; ignored: number };
  }[];
  const { body: channels } = await system.admin.call('GET', '/channels');
  expect(connections.map(({ channel }) => channel).sort()).toEqual(
    (channels as { code: string }[]).map(({ code }) => code).sort(),
  );
  for (const { counts } of connections)
    expect(counts).toMatchObject({ pending: 0, quarantined: 0, ignored: 0 });
  const { byClass } = (await system.admin.call('GET', '/reports/counts')).body as {
    byClass: Record<string, number>;
  };
  for (const name of ['complaint', 'aspiration', 'information', 'other', 'spam']) {
    expect(byClass[name]).toBeGreaterThan(3);
  }
  expect((await system.admin.call('GET', '/reconciliation')).body).toMatchObject({ isBalanced: true });
  expect(await runDemo(environment, system.database.url)).toBe(0);
});

it('the overview counts what the list has, and refuses a period that cannot be', async () => {
  const today = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const monthAgo = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
  const overview = (await system.admin.call('GET', `/overview?from=${monthAgo}&to=${today}`))
    .body as Overview;
  const counts = (await system.admin.call('GET', '/reports/counts')).body as ReportCounts;
  const ofClass = (name: string) =>
    overview.arrivals.reduce((sum, one) => sum + (one.class === name ? one.count : 0), 0);
  for (const [name, count] of Object.entries(counts.byClass))
    expect([name, ofClass(name)]).toEqual([name, count]);
  const sum = (rows: readonly { count: number }[]) => rows.reduce((total, { count }) => total + count, 0);
  expect(sum(overview.channels)).toBe(sum(overview.arrivals));
  expect(overview.now.ages.reduce((total, count) => total + count, 0)).toBe(overview.now.unanswered);
  expect(overview.now.unanswered).toBe(sum(overview.arrivals) - ofClass('spam'));
  expect(overview.firstAnswer).toEqual({ count: 0, medianHours: null, p90Hours: null });
  expect((await system.admin.call('GET', `/overview?from=${today}&to=${monthAgo}`)).status).toBe(400);
});

it('the overview tells how far the model was right, by what officers decided', async () => {
  const call = async (route: string) => (await system.admin.call('GET', route)).body;
  type Item = { id: string; class: string; isUnsure: boolean };
  const { items } = (await call('/reports?limit=100')) as { items: Item[] };
  const { items: unsure } = (await call('/reports?limit=100&unsure=true')) as { items: Item[] };
  const [kept, changed] = items.filter((one) => one.class === 'complaint' && !one.isUnsure);
  const doubtful = unsure.find((one) => one.class !== 'complaint' && one.class !== 'other');
  for (const [report, label] of [
    [kept, 'complaint'],
    [changed, 'aspiration'],
    [doubtful, 'other'],
  ] as const) {
    const { flags, version } = (await call(`/reports/${report?.id}`)) as ReportDetail;
    const body = { class: label, flags, version };
    expect((await system.admin.call('POST', `/reports/${report?.id}/class`, body)).status).toBe(200);
  }
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const quality = await call(`/overview/decisions?from=${day(-30)}&to=${day(1)}`);
  expect(quality).toMatchObject({
    classes: expect.arrayContaining([
      { class: 'complaint', said: 2, truly: 1, right: 1 },
      { class: 'other', said: 0, truly: 1, right: 0 },
    ]),
    unsure: {
      said: unsure.length,
      open: unsure.length - 1,
      decided: [{ class: 'other', count: 1, asGuessed: 0 }],
    },
  });
  const before = await call(`/overview/decisions?from=${day(-30)}&to=${day(-2)}`);
  expect(before).toMatchObject({ unsure: { decided: [] } });
});

it('the examples go wholly, and nothing of a real report goes with them', async () => {
  const form = (
    await system.admin.call('POST', '/connections', { channel: 'web-form', name: 'Asli', settings: {} })
  ).body.id as string;
  const text = 'Jalan rusak di depan kantor lurah';
  await fetch(`${system.api.url}/lapor/${form}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ submissionId: crypto.randomUUID(), text }),
  });
  const real = await eventually('the real report', async () => {
    const { body } = await system.admin.call('GET', `/reports?connectionId=${form}`);
    return (body.items as { id: string }[])[0];
  });
  const { items } = (await system.admin.call('GET', '/reports?limit=2&channel=telegram')).body as {
    items: { id: string; version: number }[];
  };
  // A made-up report that was worked on, and joined with a real one.
  const [sample] = items;
  await system.admin.call('POST', `/reports/${sample?.id}/notes`, { text: 'Catatan pada contoh' });
  await system.admin.call('POST', `/reports/${real.id}/incident`, { otherId: sample?.id });
  const steps = async () => (await system.admin.call('GET', '/first-steps')).body as FirstSteps;
  expect(await steps()).toMatchObject({
    isConnected: false,
    hasAgencies: false,
    hasReport: true,
    isAnswered: false,
    hasSamples: true,
  });
  await system.admin.call('POST', '/agencies', { code: 'pu', name: 'Dinas PU', shortName: 'PU' });
  expect((await steps()).hasAgencies).toBe(true);
  const samples = (await system.admin.call('GET', '/connections')).body as { id: string; name: string }[];
  const paused = samples.find(({ name }) => name.endsWith('(contoh)'));
  const wake = await system.admin.call('PATCH', `/connections/${paused?.id}`, { status: 'active' });
  expect(wake.status).toBe(400);

  const removed = await system.admin.call('DELETE', '/sample-data');
  expect(removed.body.reports).toBeGreaterThan(190);
  const { body: left } = await system.admin.call('GET', '/reports?snoozed=any&limit=100');
  expect((left.items as { id: string }[]).map(({ id }) => id)).toEqual([real.id]);
  expect((await system.admin.call('GET', '/connections')).body).toEqual([
    expect.objectContaining({ id: form, name: 'Asli' }),
  ]);
  const database = system.api.app.get(Database, { strict: false });
  const [rest] = await database.query<Record<string, number>>(
    `select (select count(*)::int from contacts) as contacts, (select count(*)::int from identities) as identities,
            (select count(*)::int from raw_events) as events, (select count(*)::int from messages) as messages,
            (select count(*)::int from audit_log where action = 'sample-data-removed') as audited`,
  );
  expect(rest).toEqual({ contacts: 1, identities: 1, events: 1, messages: 1, audited: 1 });
  expect((await system.admin.call('GET', '/reconciliation')).body).toMatchObject({ isBalanced: true });
  expect(await steps()).toMatchObject({ hasReport: true, hasSamples: false, isHidden: false });
  const hidden = await system.admin.call('PATCH', '/first-steps', { isHidden: true });
  expect(hidden.body).toMatchObject({ isHidden: true });
  const added = await Promise.all([1, 2, 3].map(() => system.admin.call('POST', '/sample-data')));
  const counts = added.map(({ body }) => body.messages as number).sort((a, b) => a - b);
  expect(counts).toEqual([0, 0, expect.any(Number)]);
  expect(counts[2]).toBeGreaterThan(190);
  const again = (await system.admin.call('GET', '/connections')).body as { name: string }[];
  expect(new Set(again.map(({ name }) => name)).size).toBe(again.length);
  expect(await tallyDifferences(system)).toEqual([]);
});
