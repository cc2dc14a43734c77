import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadSecretKey } from './secret-key.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wadah-key-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the secret key', () => {
  it('is made once, for several at the same time too, and only its owner can read it', async () => {
    const environment = { WADAH_DATA_DIR: path.join(folder, 'data') };
    const keys = await Promise.all([1, 2, 3, 4].map(() => loadSecretKey(environment)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
    expect((await stat(path.join(folder, 'data', 'secret.key'))).mode & 0o777).toBe(0o600);
    expect(await readdir(path.join(folder, 'data'))).toEqual(['secret.key']);
  });

  it('is closed to others again, with a warning', async () => {
    const warnings: string[] = [];
    await loadSecretKey({ WADAH_DATA_DIR: folder });
    await chmod(path.join(folder, 'secret.key'), 0o644);
    await loadSecretKey({ WADAH_DATA_DIR: folder }, (line) => warnings.push(line));
    expect(warnings).toHaveLength(1);
    expect((await stat(path.join(folder, 'secret.key'))).mode & 0o777).toBe(0o600);
  });

  it('comes from the environment in base64 or in hex', async () => {
    const bytes = Buffer.alloc(32, 7);
    for (const encoding of ['base64', 'hex'] as const) {
      const WADAH_SECRET_KEY = bytes.toString(encoding);
      expect(await loadSecretKey({ WADAH_DATA_DIR: folder, WADAH_SECRET_KEY })).toEqual(bytes);
    }
  });

  it('is refused when it has another length, without being shown or replaced', async () => {
    await writeFile(path.join(folder, 'secret.key'), 'c2hvcnQ=', { mode: 0o600 });
    const refusal = expect(loadSecretKey({ WADAH_DATA_DIR: folder })).rejects;
    await refusal.toThrow(/expected 32 bytes/);
    await expect(loadSecretKey({ WADAH_DATA_DIR: folder })).rejects.not.toThrow(/c2hvcnQ/);
  });
});
