import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findRunningServer, startEmbeddedServer, type EmbeddedServer } from '../embedded/embedded-server.js';
import { isAlive, ownMark } from '../embedded/process-identity.js';
import { THROWAWAY_SETTINGS } from '../embedded/server-settings.js';

const PREFIX = 'wadah-test-';

/**
 * A real PostgreSQL in a folder of its own, fast and not durable. stop() removes everything; what a killed
 * test run left behind is removed by the next one.
 */
export async function startTestServer(): Promise<EmbeddedServer> {
  await removeLeftovers();
  const dataFolder = await mkdtemp(path.join(tmpdir(), `${PREFIX}${ownMark()}-`));
  const server = await startEmbeddedServer({ dataFolder, settings: { ...THROWAWAY_SETTINGS } });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { ...server, stop };
}

async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const [pid, digest] = name.slice(PREFIX.length).split('-');
    if (isAlive(`${pid}-${digest}`)) continue;
    const folder = path.join(tmpdir(), name);
    try {
      await (await findRunningServer(folder))?.stop();
      await rm(folder, { recursive: true, force: true });
    } catch {
      // Another user's, or being removed by another run.
    }
  }
}
