import { execFileSync, spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { makeDataFolder, startInstallation, type Installation } from '../support/installation.js';
import { becomeAdmin, People, signIn } from '../support/people.js';

let people: People;
let folder: Awaited<ReturnType<typeof makeDataFolder>>;
let running: Installation | null = null;
let admin: Page;

beforeAll(async () => {
  people = await People.arrive();
  folder = await makeDataFolder();
  admin = await people.officer();
});

afterAll(async () => {
  await running?.stop();
  await people.leave();
  await folder.remove();
});

/** The installation's processes: started by it, or by what it started. */
function descendants(pid: number): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
  const parents = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const children = parents.filter(([, parent]) => parent === pid).flatMap(([child]) => child ?? []);
  return [...children, ...children.flatMap(descendants)];
}

/** One that has ended and whom nobody has buried yet does not run. */
function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return /^[^Z]/.test(stdout.trim());
}

/** A server process of PostgreSQL may have ended by itself between being seen and being killed. */
function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

describe('npm start', () => {
  it('begins with a one-time link that makes the first admin', async () => {
    running = await startInstallation(folder.path);
    expect(running.output()).toContain('[4/4] worker siap');
    await becomeAdmin(admin, running.adminLink);
    const thief = await people.officer();
    await thief.goto(running.adminLink ?? '');
    await thief.getByText('Tautan ini sudah dipakai atau kedaluwarsa').waitFor();
  });

  it('ends with Ctrl-C, leaves no process, and finds the data again', async () => {
    const pids = descendants(running?.pid ?? 0);
    expect(pids.length).toBeGreaterThan(2);
    expect(await running?.stop()).toBe(0);
    await eventually('no process left', async () => !pids.some(isRunning));
    running = await startInstallation(folder.path);
    expect(running.adminLink).toBeNull();
    await signIn(admin, running.address);
  });

  it('recovers after kill -9 of everything', async () => {
    const { pid, exited } = running as Installation;
    for (const one of [pid, ...descendants(pid)]) killNow(one);
    await exited;
    running = await startInstallation(folder.path);
    await signIn(admin, running.address);
    expect(await readdir(folder.path)).toContain('wadah.json');
  });
});
