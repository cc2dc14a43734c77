import { randomBytes } from 'node:crypto';
import { access, constants, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isAlive, ownMark } from '../../../../libs/database/src/embedded/index.js';
import { StartError } from './start-steps.js';

export type DataFolderLock =
  { readonly isOurs: true; release(): Promise<void> } | { readonly isOurs: false; readonly pid: number };

/**
 * One `wadah start` per data folder. A lock whose process is gone (kill -9, power cut) is taken over.
 * @throws StartError when the folder cannot be made or written
 */
export async function lockDataFolder(dataFolder: string): Promise<DataFolderLock> {
  await makeDataFolder(dataFolder);
  const lock = path.join(dataFolder, 'start.lock');
  const mark = ownMark();
  const candidate = `${lock}.${mark}-${randomBytes(3).toString('hex')}`;
  await writeFile(candidate, mark, { mode: 0o600 });
  try {
    for (;;) {
      if (await linkTo(candidate, lock)) return { isOurs: true, release: () => release(lock, mark) };
      const holder = await readMark(lock);
      if (holder !== null && isAlive(holder)) return { isOurs: false, pid: Number.parseInt(holder, 10) };
      if (holder !== null) await removeStale(lock, holder);
    }
  } finally {
    await rm(candidate, { force: true });
  }
}

async function makeDataFolder(dataFolder: string): Promise<void> {
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    await access(dataFolder, constants.W_OK);
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new StartError(
      `Folder data ${dataFolder} tidak dapat dibuat atau ditulis (${reason}). Periksa izinnya, atau pilih ` +
        'folder lain: WADAH_DATA_DIR=/jalan/ke/folder npm start',
      { cause },
    );
  }
}

/** Removing by name could hit the fresh lock of somebody who was faster: move it away, look, put it back. */
async function removeStale(lock: string, holder: string): Promise<void> {
  const aside = `${lock}.stale-${randomBytes(4).toString('hex')}`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if ((await readMark(aside)) !== holder) await linkTo(aside, lock);
  await rm(aside, { force: true });
}

async function release(lock: string, mark: string): Promise<void> {
  if ((await readMark(lock)) === mark) await rm(lock, { force: true });
}

async function linkTo(file: string, name: string): Promise<boolean> {
  try {
    await link(file, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function readMark(lock: string): Promise<string | null> {
  return readFile(lock, 'utf8').catch(() => null);
}
