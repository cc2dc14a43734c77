import { chmodSync, existsSync } from 'node:fs';
import { cp, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedServerError } from './embedded-server-error.js';
import { openToAll } from './unprivileged-account.js';

/**
 * Copies the programs to a folder whose parents everybody can enter. Appears whole or not at all.
 * @param makeLinks completes the copied folder `native`
 */
export async function copyForAll(
  native: string,
  copy: string,
  makeLinks: (native: string) => Promise<boolean>,
): Promise<void> {
  const unfinished = `${copy}.unfinished-${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  const inside = path.join(unfinished, 'native');
  await mkdir(unfinished, { recursive: true });
  await cp(native, inside, { recursive: true, verbatimSymlinks: true });
  await makeLinks(inside);
  for (const program of ['initdb', 'postgres']) chmodSync(path.join(inside, 'bin', program), 0o755);
  openToAll(inside);
  for (const entry of await readdir(inside, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) openToAll(path.join(entry.parentPath, entry.name));
  }
  await rename(inside, copy).catch((error: unknown) => {
    // Another process may have finished the same copy first.
    if (!existsSync(copy)) throw error;
  });
  await rm(unfinished, { recursive: true, force: true });
}

/** What an account of the system is made to run must lie where only root can write. */
export async function rootsOwnFolder(): Promise<string> {
  for (const folder of ['/var/lib/wadah', '/opt/wadah', '/var/tmp/wadah']) {
    try {
      await mkdir(folder, { recursive: true });
      const { uid, mode } = await lstat(folder);
      if (uid === 0 && (mode & 0o022) === 0 && (mode & 0o170000) === 0o040000) {
        openToAll(folder);
        return folder;
      }
    } catch {
      continue;
    }
  }
  throw new EmbeddedServerError(
    'no-permission',
    'Program PostgreSQL harus disalin ke folder yang dapat dibaca akun biasa, tetapi /var/lib/wadah, ' +
      '/opt/wadah, dan /var/tmp/wadah tidak dapat ditulis. Pindahkan folder Wadah ke luar /root, ' +
      'atau isi DATABASE_URL.',
  );
}
