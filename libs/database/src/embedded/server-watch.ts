import {
  clusterIn,
  startEmbeddedServer,
  type EmbeddedServer,
  type EmbeddedServerOptions,
} from './embedded-server.js';
import { shortenLog } from './launch.js';
import { findPostmaster } from './postmaster.js';

const PAUSE = 2_000;

/**
 * Starts the server again, on the same port, when it has died; every open pool then finds it again.
 * @returns a function that ends the watch, to be awaited before the server is stopped
 */
export function watchServer(
  server: EmbeddedServer,
  options: EmbeddedServerOptions,
  pause = PAUSE,
): () => Promise<void> {
  const log = options.log ?? ((): void => undefined);
  let isEnded = false;
  let timer: NodeJS.Timeout;
  let look = Promise.resolve();

  const lookAfter = async (): Promise<void> => {
    if (await findPostmaster(clusterIn(options.dataFolder))) return shortenLog(options.dataFolder);
    log('PostgreSQL berhenti tanpa diminta; dijalankan lagi ...');
    const again = await startEmbeddedServer({ ...options, port: server.port });
    if (again.port === server.port) return log('PostgreSQL berjalan lagi.');
    log(`Port ${server.port} sedang dipakai proses lain; dicoba lagi.`);
    await again.stop();
  };
  const plan = (): void => {
    timer = setTimeout(() => {
      look = lookAfter()
        .catch((error: unknown) => log(error instanceof Error ? error.message : String(error)))
        .then(() => {
          if (!isEnded) plan();
        });
    }, pause);
  };
  plan();
  return () => {
    isEnded = true;
    clearTimeout(timer);
    return look;
  };
}
