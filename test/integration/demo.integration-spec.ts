import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readEnvironment } from '@app/config';
import { runDemo } from '../../apps/cli/src/demo/run-demo.js';
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
