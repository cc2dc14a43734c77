import type { Writable } from 'node:stream';
import { readEnvironment } from '@app/config';
import { createDataSource, Database, ReconciliationRepository } from '@app/database';
import { tallyIsBalanced } from '@app/ingestion';
import { withDatabaseUrl } from '../with-database-url.js';

/** `wadah reconcile`: counts the ledger. Returns the exit status: 1 when something is not accounted for. */
export async function runReconcile(stdout: Writable): Promise<number> {
  return withDatabaseUrl(readEnvironment(), async (url) => {
    const database = new Database(await createDataSource({ url, poolSize: 1 }).initialize());
    try {
      const tally = await new ReconciliationRepository(database).tally();
      const isBalanced = tallyIsBalanced(tally);
      stdout.write(
        `diterima ${tally.received} = tampil ${tally.shown} + digabung ${tally.merged} + diabaikan ${tally.ignored}` +
          ` + dikarantina ${tally.quarantined} + menunggu ${tally.pending}\n` +
          `tampil tanpa pesan: ${tally.shownWithoutMessage}, tanpa alasan: ${tally.withoutReason},` +
          ` dihitung saat tiba: ${tally.counted}\n${isBalanced ? 'Seimbang.' : 'TIDAK SEIMBANG.'}\n`,
      );
      return isBalanced ? 0 : 1;
    } finally {
      await database.onApplicationShutdown();
    }
  });
}
