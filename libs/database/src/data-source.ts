import { DataSource } from 'typeorm';
import { MIGRATIONS } from './migrations/index.js';

export interface DatabaseOptions {
  readonly url: string;
  /** Largest number of connections this process opens for queries; default 10. */
  readonly poolSize?: number;
  readonly applicationName?: string;
}

export function createDataSource(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: [],
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'all',
    poolSize: options.poolSize ?? 10,
    applicationName: options.applicationName ?? 'wadah',
    extra: { connectionTimeoutMillis: 5_000, keepAlive: true },
  });
}

/** Brings the schema up to date. Several at once are safe: the first does the work, the others wait. */
export async function migrate(url: string): Promise<{ applied: number }> {
  const dataSource = await createDataSource({ url, poolSize: 2 }).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await dataSource.runMigrations();
    return { applied: applied.length };
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
    await dataSource.destroy();
  }
}

const MIGRATION_LOCK = 860_023_101;
