import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  clusterIn,
  startEmbeddedServer,
  type EmbeddedServer,
  type EmbeddedServerOptions,
} from './embedded-server.js';
import { stopServerOn } from './postmaster.js';
import { isAlive, ownMark } from './process-identity.js';

export interface SharedServer extends EmbeddedServer {
  /** Stops the server unless another living process uses it. */
  leave(): Promise<'stopped' | 'still-used'>;
}

/**
 * Starts or adopts the server of a data folder for one of several processes (`wadah start` and the other
 * commands beside it): the last to leave stops it, whoever started it.
 * @throws EmbeddedServerError
 */
export async function openSharedServer(options: EmbeddedServerOptions): Promise<SharedServer> {
  const folder = path.join(path.resolve(options.dataFolder), 'server-users');
  const place = path.join(folder, `${ownMark()}-${randomBytes(3).toString('hex')}`);
  // Entered before the server is looked for, so that nobody stops it between our finding and our using it.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(place, '');
  try {
    const server = await startEmbeddedServer(options);
    return { ...server, leave: () => leave(clusterIn(options.dataFolder), folder, place) };
  } catch (error) {
    await rm(place, { force: true });
    throw error;
  }
}

async function leave(cluster: string, folder: string, place: string): Promise<'stopped' | 'still-used'> {
  await rm(place, { force: true });
  for (const name of await readdir(folder)) {
    const [pid, digest] = name.split('-');
    if (isAlive(`${pid}-${digest}`)) return 'still-used';
    await rm(path.join(folder, name), { force: true });
  }
  // By the folder, not by the pid: the server may have been started anew since.
  await stopServerOn(cluster);
  return 'stopped';
}
