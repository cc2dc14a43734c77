import type { Environment } from '@app/config';
import { openSharedServer } from '../../../libs/database/src/embedded/index.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Gives a command its database: DATABASE_URL, else the embedded server of the data folder, which is
 * started for the duration of `work` when it does not run. Ctrl-C leaves no server behind.
 * @throws what `work` throws; EmbeddedServerError
 */
export async function withDatabaseUrl<Result>(
  environment: Pick<Environment, 'DATABASE_URL' | 'WADAH_DATA_DIR'>,
  work: (databaseUrl: string) => Promise<Result>,
): Promise<Result> {
  if (environment.DATABASE_URL !== undefined) return work(environment.DATABASE_URL);
  const server = await openSharedServer({
    dataFolder: environment.WADAH_DATA_DIR,
    log: (line) => void process.stderr.write(`${line}\n`),
  });
  const interrupt = (signal: NodeJS.Signals): void => {
    void server.leave().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  for (const signal of SIGNALS) process.once(signal, interrupt);
  try {
    return await work(server.url);
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupt);
    await server.leave();
  }
}
