import { chownSync, closeSync, openSync } from 'node:fs';
import { lchown, mkdir, mkdtemp, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hasCluster, SUPERUSER, type ClusterOptions } from './cluster.js';
import { explainFailure } from './embedded-server-error.js';
import { isAlive, ownMark } from './process-identity.js';
import { clusterArgument, runProgram } from './server-program.js';

const UNFINISHED = 'postgres.unfinished-';

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
