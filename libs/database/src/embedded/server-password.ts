import { randomBytes } from 'node:crypto';
import { chmod, link, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** @returns the superuser's password kept in the data folder; null when there is none */
export async function readPassword(dataFolder: string): Promise<string | null> {
  const file = passwordFile(dataFolder);
  try {
    const password = (await readFile(file, 'utf8')).trim();
    if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
    return password === '' ? null : password;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

/**
 * Keeps a password in `<dataFolder>/postgres-password`, mode 0600, unless one is there.
 * @returns the password that is kept in the end: of two processes at once, both get the same
 */
export async function keepPassword(dataFolder: string, password: string): Promise<string> {
  const file = passwordFile(dataFolder);
  const unfinished = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(unfinished, `${password}\n`, { mode: 0o600 });
    if (await isEmpty(file)) await rm(file);
    await link(unfinished, file);
    return password;
  } catch (error) {
    const other = await readPassword(dataFolder);
    if (other === null) throw error;
    return other;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** An empty file is never ours: somebody's disk was full, or a copy failed. */
async function isEmpty(file: string): Promise<boolean> {
  return stat(file).then(
    ({ size }) => size === 0,
    () => false,
  );
}

function passwordFile(dataFolder: string): string {
  return path.join(dataFolder, 'postgres-password');
}
