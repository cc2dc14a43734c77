import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedServerError, explainFailure } from './embedded-server-error.js';
import { findFreePort, isPortFree } from './free-port.js';
import { findPostmaster, stopPostmaster, waitUntilReady, type Postmaster } from './postmaster.js';
import { readPassword } from './server-password.js';
import { startOnce } from './start-once.js';
import { databaseUrl, ensureDatabase } from './wadah-database.js';

export interface EmbeddedServer {
  /** Address of the database `wadah`, with the password. */
  readonly url: string;
  readonly port: number;
  /** True when the server was running already. */
  readonly wasAdopted: boolean;
  /** Fast shutdown; returns when the server is gone. */
  stop(): Promise<void>;
}

export interface EmbeddedServerOptions {
  /** Holds `postgres/`, `postgres-password` and `postgres.log`; made when missing. */
  readonly dataFolder: string;
  /** Settings of postgresql.conf over our own. */
  readonly settings?: Record<string, string>;
  /** The port to take if it is free; else any free one. */
  readonly port?: number;
  /** One line, in Indonesian, about anything that is slow or out of the ordinary. */
  readonly log?: (line: string) => void;
}

/** How long what is left of a killed server may hold its memory, in milliseconds. */
const HOLD_LIMIT = 60_000;

/**
 * Starts the PostgreSQL that came with npm, or adopts the one that already runs on this folder. It listens
 * on 127.0.0.1 only and keeps running when this process dies; the next start adopts it.
 * @throws EmbeddedServerError
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const dataFolder = path.resolve(options.dataFolder);
  const log = options.log ?? ((): void => undefined);
  await makeDataFolder(dataFolder);
  const settings = options.settings ?? {};
  const limit = Date.now() + HOLD_LIMIT;
  for (let attempt = 0; ; attempt += 1) {
    const running = await findRunningServer(dataFolder, log);
    if (running) return running;
    const wished = attempt === 0 ? options.port : undefined;
    const port = wished !== undefined && (await isPortFree(wished)) ? wished : await findFreePort();
    const result = await startOnce({
      dataFolder,
      cluster: clusterIn(dataFolder),
      port,
      settings,
      onSlow: slowly(log),
    });
    if (result.kind === 'ready') {
      const server = await describeServer(dataFolder, result.postmaster, false);
      if (server) return server;
    } else {
      const mayRetry =
        result.kind === 'port-taken' ? attempt < 5 : result.kind === 'still-held' && Date.now() < limit;
      if (!mayRetry) throw explainFailure('Menjalankan PostgreSQL', dataFolder, result.output);
      if (result.kind === 'still-held') await delay(100);
    }
  }
}

/**
 * @param log told when the server is slow to become ready
 * @returns the server that runs on this data folder, once it is ready; null when there is none
 */
export async function findRunningServer(
  dataFolder: string,
  log: (line: string) => void = () => undefined,
): Promise<EmbeddedServer | null> {
  const cluster = clusterIn(dataFolder);
  const found = await findPostmaster(cluster);
  const ready = found && (await waitUntilReady(cluster, found.pid, slowly(log)));
  if (!ready) return null;
  const server = await describeServer(dataFolder, ready, true);
  if (server) return server;
  log('Berkas postgres-password hilang: PostgreSQL dihentikan, sandi baru akan dipasang.');
  await stopPostmaster(cluster, ready.pid);
  return null;
}

/** @returns null when the password is lost */
async function describeServer(
  dataFolder: string,
  { pid, port }: Postmaster,
  wasAdopted: boolean,
): Promise<EmbeddedServer | null> {
  const password = await readPassword(dataFolder);
  if (password === null) return null;
  await ensureDatabase(port, password);
  const stop = (): Promise<void> => stopPostmaster(clusterIn(dataFolder), pid);
  return { url: databaseUrl(port, password), port, wasAdopted, stop };
}

/** Where PostgreSQL's own files lie in a data folder. */
export function clusterIn(dataFolder: string): string {
  return path.join(path.resolve(dataFolder), 'postgres');
}

function slowly(log: (line: string) => void): (seconds: number) => void {
  return (seconds) => log(`PostgreSQL masih menyiapkan atau memulihkan data (${seconds} s) ...`);
}

async function makeDataFolder(dataFolder: string): Promise<void> {
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    await access(dataFolder, constants.W_OK);
  } catch (cause) {
    const message =
      `Folder data ${dataFolder} tidak dapat dibuat atau ditulis (${(cause as Error).message}). ` +
      'Periksa izinnya, atau pilih folder lain dengan WADAH_DATA_DIR.';
    throw new EmbeddedServerError('no-permission', message, { cause });
  }
}
