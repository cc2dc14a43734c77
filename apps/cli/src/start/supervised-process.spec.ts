import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { SupervisedProcess, type SupervisionLimits } from './supervised-process.js';

let folder: string;
let lines: string[];
let pids: number[];
let child: SupervisedProcess | null;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wadah-supervised-'));
  lines = [];
  pids = [];
  child = null;
});

afterEach(async () => {
  await child?.stop();
  await rm(folder, { recursive: true, force: true });
});

const READY = `process.send({ type: 'ready', address: 'http://127.0.0.1:1' });`;
const STAY = `setInterval(() => {}, 1000);`;

async function supervise(
  script: string,
  limits: Partial<SupervisionLimits> = {},
): Promise<SupervisedProcess> {
  const file = path.join(folder, 'child.mjs');
  await writeFile(file, script);
  child = new SupervisedProcess({
    name: 'api',
    file,
    environment: {},
    print: (line) => lines.push(line),
    onSpawn: (pid) => pids.push(pid),
    limits: { firstPause: 10, ...limits },
  });
  return child;
}

describe('a supervised process', () => {
  it('tells where it listens once it is ready', async () => {
    const api = await supervise(READY + STAY);
    expect(await api.ready).toBe('http://127.0.0.1:1');
  });

  it('is started again, with a line saying so, when it ends without being asked to', async () => {
    const api = await supervise(READY + STAY);
    await api.ready;
    process.kill(pids[0] ?? 0, 'SIGKILL');
    await waitUntil(() => lines.includes('api siap lagi.'));
    expect(lines[0]).toBe('api berhenti tanpa diminta (kode SIGKILL); dijalankan lagi dalam 0,0 s.');
    expect(pids).toHaveLength(2);
  });

  it('fails the start when it ends before it was ready', async () => {
    const api = await supervise('process.exit(3)');
    await expect(api.ready).rejects.toThrow(/api: berhenti sebelum siap \(kode 3\)/);
  });

  it('fails the start when it does not become ready in time', async () => {
    const api = await supervise(STAY, { readyWithin: 50 });
    await expect(api.ready).rejects.toThrow(/belum siap/);
  });

  it('is stopped without being restarted', async () => {
    const api = await supervise(READY + STAY);
    await api.ready;
    await api.stop();
    expect(lines).toEqual([]);
    expect(() => process.kill(pids[0] ?? 0, 0)).toThrow();
  });

  it('is killed when it does not want to stop', async () => {
    const api = await supervise(`process.on('SIGTERM', () => {}); ${READY} ${STAY}`, { killAfter: 50 });
    await api.ready;
    await api.stop();
    expect(lines).toEqual(['api tidak mau berhenti dan dimatikan paksa.']);
  });
});

async function waitUntil(condition: () => boolean): Promise<void> {
  for (const limit = Date.now() + 10_000; !condition();) {
    if (Date.now() > limit) throw new Error('the condition did not come true within 10 s');
    await delay(5);
  }
}
