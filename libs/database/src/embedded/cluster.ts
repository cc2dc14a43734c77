import { lchown, readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Binaries } from './binaries.js';
import { EmbeddedServerError, explainFailure } from './embedded-server-error.js';
import { clusterArgument, runProgram } from './server-program.js';
import type { Account } from './unprivileged-account.js';

export const SUPERUSER = 'wadah';

export interface ClusterOptions {
  readonly dataFolder: string;
  /** The folder of PostgreSQL's files, inside the data folder. */
  readonly cluster: string;
  readonly binaries: Binaries;
  readonly account: Account | null;
  readonly password: string;
  /** False for throwaway data: not flushed to disk. */
  readonly isDurable: boolean;
}

/** @returns whether there is a complete cluster; @throws EmbeddedServerError data-unusable, version-mismatch */
export async function hasCluster(cluster: string, majorVersion: string): Promise<boolean> {
  const files = await readdir(cluster).catch((): string[] => []);
  if (files.length === 0) return false;
  const version = await readFile(path.join(cluster, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null || !files.includes('global')) {
    throw new EmbeddedServerError(
      'data-unusable',
      `Folder ${cluster} berisi sesuatu, tetapi bukan data PostgreSQL yang utuh (PG_VERSION atau global tidak ` +
        'ada). Kembalikan dari cadangan, atau pindahkan folder itu bila isinya tidak diperlukan.',
    );
  }
  if (version.trim() === majorVersion) return true;
  throw new EmbeddedServerError(
    'version-mismatch',
    `Data di ${cluster} dibuat oleh PostgreSQL ${version.trim()}, sedangkan yang terpasang versi ${majorVersion}. ` +
      `Pakai versi Wadah sebelumnya, atau pindahkan datanya ke PostgreSQL ${majorVersion} lebih dahulu.`,
  );
}

/** Gives a cluster that root copied (a restored backup) to the account that the server runs as. */
export async function giveTo(account: Account, cluster: string): Promise<void> {
  if ((await stat(cluster)).uid === account.uid) return;
  for (const entry of await readdir(cluster, { recursive: true, withFileTypes: true })) {
    await lchown(path.join(entry.parentPath, entry.name), account.uid, account.gid);
  }
  await lchown(cluster, account.uid, account.gid);
}

/** Sets the superuser's password of a cluster that is not running. */
export async function setPassword(options: ClusterOptions): Promise<void> {
  const { account, cluster, binaries, password } = options;
  const result = await runProgram(
    binaries.postgres,
    ['--single', '-D', clusterArgument(account, cluster), 'postgres'],
    {
      account,
      cluster,
      input: `ALTER ROLE ${SUPERUSER} PASSWORD '${password}'\n`,
    },
  );
  if (result.code !== 0) throw explainFailure('Mengganti sandi PostgreSQL', cluster, result.output);
}
