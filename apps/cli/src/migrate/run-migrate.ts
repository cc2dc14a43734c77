import type { Writable } from 'node:stream';
import { readEnvironment } from '@app/config';
import { startSteps } from '../start-steps/start-steps.js';
import { withDatabaseUrl } from '../with-database-url.js';

/** `wadah migrate`: brings the schema and the queue's tables up to date. Safe to run at any time, also twice at once. */
export async function runMigrate(stdout: Writable): Promise<number> {
  return withDatabaseUrl(readEnvironment(), async (url) => {
    const { applied } = await startSteps.migrate(url);
    stdout.write(applied === 0 ? 'Migrasi: sudah mutakhir.\n' : `Migrasi: ${applied} dijalankan.\n`);
    return 0;
  });
}
