import { access, constants, statfs } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { readEnvironment, type Environment } from '@app/config';
import { createDataSource, Database, pendingMigrations, ReconciliationRepository } from '@app/database';
import { EventSpool, spoolFolder, tallyIsBalanced } from '@app/ingestion';
import { findRunningInstallation } from '../start/running-installation.js';
import { describeError } from '../start/start-output.js';
import { withDatabaseUrl } from '../with-database-url.js';

/** Below this a flood of messages, or PostgreSQL's own log, can fill the disk within a day. */
const LOW_DISK_BYTES = 1024 ** 3;
const OLDEST_POSTGRESQL = 150_000;

interface Finding {
  readonly isGood: boolean;
  readonly text: string;
}

/** `wadah doctor`: what an admin would check first when something is wrong. Returns 1 when one finding is bad. */
export async function runDoctor(stdout: Writable): Promise<number> {
  const environment = readEnvironment();
  let isAllGood = true;
  const tell = (findings: readonly Finding[]): void => {
    for (const { isGood, text } of findings) {
      isAllGood &&= isGood;
      stdout.write(`${isGood ? 'baik ' : 'MASALAH'}  ${text}\n`);
    }
  };
  tell([
    { isGood: true, text: `Node.js ${process.versions.node}` },
    await checkDataFolder(environment.WADAH_DATA_DIR),
    await checkRunning(environment),
    await checkSpool(environment.WADAH_DATA_DIR),
  ]);
  try {
    tell(await withDatabaseUrl(environment, checkDatabase));
  } catch (error) {
    tell([{ isGood: false, text: `Basis data: ${describeError(error)}` }]);
  }
  return isAllGood ? 0 : 1;
}

async function checkDataFolder(folder: string): Promise<Finding> {
  try {
    await access(folder, constants.R_OK | constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    const text = `Folder data ${folder}, sisa disk ${(free / 1024 ** 3).toFixed(1).replace('.', ',')} GB`;
    return { isGood: free >= LOW_DISK_BYTES, text };
  } catch (error) {
    return { isGood: false, text: `Folder data ${folder}: ${describeError(error)}` };
  }
}

async function checkRunning(environment: Environment): Promise<Finding> {
  const running = await findRunningInstallation(environment.WADAH_DATA_DIR);
  if (!running) return { isGood: true, text: 'Wadah tidak sedang berjalan dari folder data ini' };
  try {
    const answer = await fetch(`${running.address}/health/ready`, { signal: AbortSignal.timeout(5_000) });
    const isGood = answer.status === 200;
    return { isGood, text: `Wadah di ${running.address} ${isGood ? 'siap' : `menjawab ${answer.status}`}` };
  } catch (error) {
    return { isGood: false, text: `Wadah di ${running.address} tidak menjawab: ${describeError(error)}` };
  }
}

async function checkSpool(folder: string): Promise<Finding> {
  try {
    const { length } = await new EventSpool(spoolFolder(folder)).waiting();
    const text =
      length === 0
        ? 'Tidak ada kiriman yang menunggu di spool'
        : `${length} kiriman menunggu di spool sampai basis data dapat ditulis; jalankan Wadah bila sedang berhenti`;
    return { isGood: length === 0, text };
  } catch (error) {
    return { isGood: false, text: `Spool: ${describeError(error)}` };
  }
}

async function checkDatabase(url: string): Promise<Finding[]> {
  const pending = await pendingMigrations(url);
  const database = new Database(await createDataSource({ url, poolSize: 1 }).initialize());
  try {
    const [server] = await database.query<{ number: number; version: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
    );
    const findings = [
      { isGood: (server?.number ?? 0) >= OLDEST_POSTGRESQL, text: `PostgreSQL ${server?.version}` },
      {
        isGood: pending === 0,
        text: pending === 0 ? 'Skema mutakhir' : `${pending} migrasi belum dijalankan: wadah migrate`,
      },
    ];
    return pending === 0 ? [...findings, await checkLedger(database)] : findings;
  } finally {
    await database.onApplicationShutdown();
  }
}

async function checkLedger(database: Database): Promise<Finding> {
  const tally = await new ReconciliationRepository(database).tally();
  const isGood = tallyIsBalanced(tally);
  const text = `Buku kejadian ${isGood ? 'seimbang' : 'TIDAK SEIMBANG'}: ${tally.received} diterima, ${tally.pending} menunggu, ${tally.quarantined} dikarantina`;
  return { isGood, text };
}
