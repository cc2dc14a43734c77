import { chownSync, closeSync, openSync } from 'node:fs';
import {
  lchown,
  mkdir,
  mkdtemp,
  open,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import type { Binaries } from './binaries.js';
import { EmbeddedServerError, explainFailure } from './embedded-server-error.js';
import { isAlive, ownMark } from './process-identity.js';
import { clusterArgument, runProgram } from './server-program.js';
import type { Account } from './unprivileged-account.js';

export const SUPERUSER = 'wadah';

const UNFINISHED = 'postgres.unfinished-';

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
  const files = await readdir(cluster).catch(() => []);
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

/** Makes a new cluster beside its place and renames it when complete: killed in the middle, it is done again. */
export async function createCluster(options: ClusterOptions): Promise<void> {
  await removeUnfinished(options.dataFolder);
  const unfinished = await mkdtemp(path.join(options.dataFolder, `${UNFINISHED}${ownMark()}-`));
  try {
    const files = path.join(unfinished, 'postgres');
    await mkdir(files, { mode: 0o700 });
    if (options.account) await lchown(files, options.account.uid, options.account.gid);
    let result = await initialise(files, unfinished, 'C.UTF-8', options);
    if (result.code !== 0 && /locale/i.test(result.output)) {
      result = await initialise(files, unfinished, 'C', options);
    }
    if (result.code !== 0) throw explainFailure('Membuat data PostgreSQL', options.dataFolder, result.output);
    await rename(files, options.cluster).catch(async (error: unknown) => {
      // Another process may have finished first: then its cluster counts.
      if (!(await hasCluster(options.cluster, options.binaries.majorVersion))) throw error;
    });
    if (options.isDurable) await flushFolder(options.dataFolder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
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

async function initialise(
  files: string,
  unfinished: string,
  locale: string,
  options: ClusterOptions,
): ReturnType<typeof runProgram> {
  const { account, binaries, isDurable, password } = options;
  const passwordFile = path.join(unfinished, 'password');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const descriptor = openSync(passwordFile, 'r');
  try {
    const parameters = [
      ...['-D', clusterArgument(account, files), '-U', SUPERUSER, '-A', 'scram-sha-256'],
      // By descriptor, because the account cannot reach the file by its name.
      ...['--pwfile=/dev/fd/3', '-E', 'UTF8', `--locale=${locale}`, '--locale-provider=builtin'],
      ...[
        '--builtin-locale=C.UTF-8',
        '--lc-messages=C',
        '--no-instructions',
        ...(isDurable ? [] : ['--no-sync']),
      ],
    ];
    return await runProgram(binaries.initdb, parameters, { account, cluster: files, extraFile: descriptor });
  } finally {
    closeSync(descriptor);
  }
}

async function removeUnfinished(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder)) {
    if (!name.startsWith(UNFINISHED)) continue;
    const [pid, digest] = name.slice(UNFINISHED.length).split('-');
    if (isAlive(`${pid}-${digest}`)) continue;
    await rm(path.join(dataFolder, name), { recursive: true, force: true });
  }
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
