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

/** @returns how many migrations a database still needs; 0 when it is up to date */
export async function pendingMigrations(url: string): Promise<number> {
  const dataSource = await createDataSource({ url, poolSize: 1 }).initialize();
  try {
    const [table] = await dataSource.query<{ found: boolean }[]>(
      `select to_regclass('migrations') is not null as found`,
    );
    if (!table?.found) return MIGRATIONS.length;
    const done = await dataSource.query<{ name: string }[]>('select name from migrations');
    const names = new Set(done.map((row) => row.name));
    return MIGRATIONS.filter((migration) => !names.has(migration.name)).length;
  } finally {
    await dataSource.destroy();
  }
}

const MIGRATION_LOCK = 860_023_101;
