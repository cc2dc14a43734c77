import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lockDataFolder } from './data-folder-lock.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wadah-lock-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the lock of a data folder', () => {
  it('goes to one of several that ask at once, and to the next after its release', async () => {
    const locks = await Promise.all([1, 2, 3, 4].map(() => lockDataFolder(folder)));
    const ours = locks.filter((lock) => lock.isOurs);
    expect(ours).toHaveLength(1);
    expect(locks.find((lock) => !lock.isOurs)).toMatchObject({ pid: process.pid });
    await ours[0]?.release();
    expect(await readdir(folder)).toEqual([]);
    expect((await lockDataFolder(folder)).isOurs).toBe(true);
  });

  it('is taken over when a stranger now has the pid', async () => {
    await writeFile(path.join(folder, 'start.lock'), `${process.pid}-00000000`);
    expect((await lockDataFolder(folder)).isOurs).toBe(true);
  });
});
