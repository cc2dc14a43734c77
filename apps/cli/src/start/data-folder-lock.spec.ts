import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { processMark } from '../../../../libs/database/src/embedded/index.js';
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

  it('is taken over by one when its process is gone', async () => {
    const gone = spawn('true', { stdio: 'ignore' });
    const mark = processMark(gone.pid ?? 0) ?? '';
    await once(gone, 'exit');
    await writeFile(path.join(folder, `start.lock.${mark}.0`), '');
    const locks = await Promise.all([1, 2, 3, 4].map(() => lockDataFolder(folder)));
    expect(locks.filter((lock) => lock.isOurs)).toHaveLength(1);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('is taken over when a stranger now has the pid', async () => {
    await writeFile(path.join(folder, `start.lock.${process.pid}-00000000.0`), '');
    expect((await lockDataFolder(folder)).isOurs).toBe(true);
  });
});
