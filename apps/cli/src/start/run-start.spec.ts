import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readEnvironment } from '@app/config';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findRunningInstallation } from './running-installation.js';
import { runStart } from './run-start.js';
import type { StartSetup, StartSteps } from './start-steps.js';

let folder: string;
let lines: string[];
let calls: string[];
let setup: StartSetup;

const steps: StartSteps = {
  migrate: async (url) => {
    calls.push(`migrate ${url}`);
    return { applied: 2 };
  },
  firstAdminLink: async (_url, publicUrl) => `${publicUrl}/mulai/rahasia`,
  sendDemo: async (url) => calls.push(`demo ${url}`),
};

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wadah-start-'));
  lines = [];
  calls = [];
  const api = path.join(folder, 'api.mjs');
  await writeFile(
    api,
    `process.send({ type: 'ready', address: 'http://127.0.0.1:' + process.env.PORT });
     process.on('SIGINT', () => {});
     setInterval(() => {}, 1000);`,
  );
  const environment = readEnvironment({
    DATABASE_URL: 'postgres://wadah:x@127.0.0.1:1/wadah',
    WADAH_DATA_DIR: path.join(folder, 'data'),
    PORT: '0',
  });
  setup = { environment, api, worker: api, print: (line) => lines.push(line) };
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('wadah start', () => {
  it('starts all, shows the address last, says so to a second start, and stops in order', async () => {
    const running = runStart({ demo: true }, steps, setup);
    await waitUntil(() => lines.some((line) => line.includes('/mulai/rahasia')));
    const found = await findRunningInstallation(setup.environment.WADAH_DATA_DIR);
    expect(calls).toEqual(['migrate', 'demo'].map((call) => `${call} postgres://wadah:x@127.0.0.1:1/wadah`));
    expect(lines.map((line) => line.replace(/ \(\d.*/, '')).slice(0, 5)).toEqual([
      '[1/5] PostgreSQL dari DATABASE_URL',
      '[2/5] Migrasi: 2 dijalankan',
      '[3/5] api siap',
      '[4/5] worker siap',
      '[5/5] Pesan contoh: 2 terkirim',
    ]);
    expect(lines[5]).toContain(`Wadah berjalan di  ${found?.address}`);

    const secondLines: string[] = [];
    const second = { ...setup, print: (line: string) => void secondLines.push(line) };
    expect(await runStart({ demo: false }, steps, second)).toBe(0);
    expect(secondLines).toEqual([expect.stringContaining(`Wadah sudah berjalan di ${found?.address}`)]);

    process.emit('SIGINT');
    process.emit('SIGINT');
    expect(await running).toBe(0);
    expect(lines.at(-1)).toBe('Wadah berhenti.');
    expect(await readdir(setup.environment.WADAH_DATA_DIR)).toEqual(['secret.key']);
  });

  it('stops what it started and exits with 1 when a part does not start', async () => {
    await writeFile(path.join(folder, 'worker.mjs'), 'process.exit(7)');
    const broken = { ...setup, worker: path.join(folder, 'worker.mjs') };
    expect(await runStart({ demo: false }, steps, broken)).toBe(1);
    expect(lines.join('\n')).toContain('GAGAL: worker: berhenti sebelum siap (kode 7)');
    expect(await findRunningInstallation(setup.environment.WADAH_DATA_DIR)).toBeNull();
  });

  it('stops at once when asked to during a step', async () => {
    const stuck = { ...steps, migrate: () => new Promise<never>(() => undefined) };
    const running = runStart({ demo: false }, stuck, setup);
    await waitUntil(() => lines.length === 1);
    process.emit('SIGTERM');
    expect(await running).toBe(0);
  });
});

async function waitUntil(condition: () => boolean): Promise<void> {
  for (const limit = Date.now() + 10_000; !condition();) {
    if (Date.now() > limit) throw new Error('the condition did not come true within 10 s');
    await delay(5);
  }
}
