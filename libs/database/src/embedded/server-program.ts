import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import type { Account } from './unprivileged-account.js';

export interface ProgramOptions {
  readonly account: Account | null;
  /** The folder of PostgreSQL's files. */
  readonly cluster: string;
  readonly stdio: StdioOptions;
  /** In a session of its own, so that Ctrl-C in the terminal does not reach it. */
  readonly isDetached?: boolean;
}

/**
 * How to name the cluster to the programs. Root's data folder is closed to the account that the server
 * runs as (0700, perhaps below /root), but the working directory is entered before the privileges are
 * dropped, and the link in /proc leads there whatever its parents allow. All server processes keep this
 * working directory, and PostgreSQL's own paths are relative to it.
 */
export function clusterArgument(account: Account | null, cluster: string): string {
  return account !== null && process.platform === 'linux' ? '/proc/self/cwd' : cluster;
}

/** Starts initdb or postgres with the account's rights. */
export function startProgram(program: string, parameters: string[], options: ProgramOptions): ChildProcess {
  const { account, cluster, stdio, isDetached = false } = options;
  return spawn(program, parameters, {
    cwd: cluster,
    // Messages in English, whatever the operator's locale: failures are recognised by them.
    env: { LC_ALL: 'C', PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin' },
    stdio,
    detached: isDetached,
    ...(account && { uid: account.uid, gid: account.gid }),
  });
}

/**
 * Runs a program to its end.
 * @param input what it reads; by default nothing
 * @returns its exit code (or signal) and everything it wrote
 */
export async function runProgram(
  program: string,
  parameters: string[],
  options: Omit<ProgramOptions, 'stdio'> & { readonly input?: string; readonly extraFile?: number },
): Promise<{ code: number | string; output: string }> {
  const stdio: StdioOptions = [
    'pipe',
    'pipe',
    'pipe',
    ...(options.extraFile === undefined ? [] : [options.extraFile]),
  ];
  const child = startProgram(program, parameters, { ...options, stdio });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(options.input ?? '');
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 'error', output: describeSpawnError(program, error) }));
    child.once('close', (code, signal) => resolve({ code: code ?? signal ?? 'unknown', output }));
  });
}

/** ENOENT for a file that exists means that its loader is missing: a musl system such as Alpine. */
export function describeSpawnError(program: string, error: Error): string {
  const hint = (error as NodeJS.ErrnoException).code === 'ENOENT' ? ' (Alpine/musl? isi DATABASE_URL)' : '';
  return `${program}: ${error.message}${hint}`;
}
