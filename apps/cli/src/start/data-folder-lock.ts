import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive, ownMark } from '../../../../libs/database/src/embedded/index.js';
import { StartError } from './start-steps.js';

export type DataFolderLock =
  { readonly isOurs: true; release(): Promise<void> } | { readonly isOurs: false; readonly pid: number };

const PREFIX = 'start.lock.';
const LONGEST_PAUSE_MS = 40;

/**
 * One `wadah start` per data folder. A lock whose process is gone (kill -9, power cut) counts for nothing.
 * @throws StartError when the folder cannot be made or written
 */
export async function lockDataFolder(dataFolder: string): Promise<DataFolderLock> {
  await makeDataFolder(dataFolder);
  // The holder is in the name: a file of a dead process can be removed without hitting anybody else's.
  const own = `${PREFIX}${ownMark()}.${randomBytes(4).toString('hex')}`;
  const release = (): Promise<void> => rm(path.join(dataFolder, own), { force: true });
  for (;;) {
    const holder = await otherHolder(dataFolder, own);
    if (holder !== null) return { isOurs: false, pid: Number.parseInt(holder, 10) };
    await writeFile(path.join(dataFolder, own), '', { mode: 0o600 });
    // Of two that write and then look, at least one sees the other. Who sees another steps back.
    if ((await otherHolder(dataFolder, own)) === null) return { isOurs: true, release };
    await release();
    await delay(Math.random() * LONGEST_PAUSE_MS);
  }
}

/** @returns the mark of a living process that holds or is taking the lock; files of dead ones are removed */
async function otherHolder(dataFolder: string, own: string): Promise<string | null> {
  let living: string | null = null;
  for (const name of await readdir(dataFolder)) {
    if (!name.startsWith(PREFIX) || name === own) continue;
    const mark = name.slice(PREFIX.length).replace(/\.[^.]*$/, '');
    if (isAlive(mark)) living = mark;
    else await rm(path.join(dataFolder, name), { force: true });
  }
  return living;
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
