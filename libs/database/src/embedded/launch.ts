import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import type { Binaries } from './binaries.js';
import { waitUntilReady, type Postmaster } from './postmaster.js';
import { settingArguments } from './server-settings.js';
import { clusterArgument, describeSpawnError, startProgram } from './server-program.js';
import type { Account } from './unprivileged-account.js';

export interface LaunchOptions {
  readonly dataFolder: string;
  readonly cluster: string;
  readonly binaries: Binaries;
  readonly account: Account | null;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly onSlow: (seconds: number) => void;
}

export type LaunchResult =
  | { readonly kind: 'ready'; readonly postmaster: Postmaster }
  | { readonly kind: 'port-taken' | 'still-held' | 'failed'; readonly output: string };

const LOG_NAME = 'postgres.log';
const LARGEST_LOG = 5_000_000;
const LARGEST_LOG_WHILE_RUNNING = 4 * LARGEST_LOG;

/**
 * Starts the server so that it outlives this process: a session of its own, its log to a file.
 * `still-held` means that another server, or what is left of one, has the cluster: try again soon.
 */
export async function launchPostmaster(options: LaunchOptions): Promise<LaunchResult> {
  const { account, binaries, cluster, port, settings } = options;
  const log = path.join(options.dataFolder, LOG_NAME);
  keepLogSmall(log);
  const descriptor = openSync(log, 'a', 0o600);
  const began = fstatSync(descriptor).size;
  const parameters = [
    '-D',
    clusterArgument(account, cluster),
    '-p',
    String(port),
    ...settingArguments(settings),
  ];
  const stdio = ['ignore', descriptor, descriptor] as const;
  const child = startProgram(binaries.postgres, parameters, {
    account,
    cluster,
    stdio: [...stdio],
    isDetached: true,
  });
  closeSync(descriptor);
  const failure = new Promise<string | null>((resolve) => {
    child.once('error', (error) => resolve(describeSpawnError(binaries.postgres, error)));
    child.once('exit', () => resolve(null));
  });
  const ready = child.pid === undefined ? null : await waitUntilReady(cluster, child.pid, options.onSlow);
  if (ready) {
    child.unref();
    return { kind: 'ready', postmaster: ready };
  }
  const spawnError = await failure;
  const output = spawnError ?? readFileSync(log).subarray(began).toString();
  return { kind: kindOf(output), output };
}

/** Empties the log of a running server when it has grown too long; the server goes on at its beginning. */
export async function shortenLog(dataFolder: string): Promise<void> {
  const log = path.join(dataFolder, LOG_NAME);
  const { size } = await stat(log).catch(() => ({ size: 0 }));
  if (size > LARGEST_LOG_WHILE_RUNNING) await truncate(log, 0);
}

function kindOf(output: string): 'port-taken' | 'still-held' | 'failed' {
  if (/could not bind|Address already in use|could not create any TCP\/IP sockets/.test(output))
    return 'port-taken';
  if (/lock file "postmaster.pid" already exists|pre-existing shared memory block/.test(output))
    return 'still-held';
  return 'failed';
}

function keepLogSmall(log: string): void {
  try {
    if (statSync(log).size > LARGEST_LOG) renameSync(log, `${log}.1`);
  } catch {
    // There is none yet.
  }
}
