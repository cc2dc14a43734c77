import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedServerError } from './embedded-server-error.js';
import { processMark } from './process-identity.js';

/** The server process that runs on a cluster. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly state: 'starting' | 'ready' | 'stopping';
}

const STOP_LIMIT = 60_000;

/** Finds the living server of a cluster by its postmaster.pid, and proves that the process is really that server. */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const lines = await readLockFile(cluster);
  const pid = Number(lines[0]);
  if (!(await isServerOf(pid, cluster))) return null;
  const state = lines[7]?.trim();
  return {
    pid,
    port: Number(lines[3]),
    state: state === 'ready' || state === 'stopping' ? state : 'starting',
  };
}

/**
 * Waits through start and recovery, however long that takes.
 * @returns null when the server ended instead, or is shutting down (then after its end)
 */
export async function waitUntilReady(
  cluster: string,
  pid: number,
  onSlow: (seconds: number) => void,
): Promise<Postmaster | null> {
  const began = Date.now();
  for (let told = 5_000; ;) {
    const found = await findPostmaster(cluster);
    if (found?.pid === pid && found.state === 'ready') return found;
    if (found?.pid !== pid && !(await isServerOf(pid, cluster))) return null;
    if (Date.now() - began > told) {
      onSlow(Math.round((Date.now() - began) / 1000));
      told += 10_000;
    }
    await delay(15);
  }
}

/**
 * A fast shutdown: open transactions are rolled back, the data is left clean. Returns when the process is gone.
 * @throws EmbeddedServerError stop-failed after 60 s
 */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  const limit = Date.now() + STOP_LIMIT;
  if (!(await isServerOf(pid, cluster))) return;
  process.kill(pid, 'SIGINT');
  while (await isServerOf(pid, cluster)) {
    if (Date.now() > limit) {
      throw new EmbeddedServerError(
        'stop-failed',
        `PostgreSQL (proses ${pid}) di ${cluster} belum berhenti setelah ${STOP_LIMIT / 1000} detik. ` +
          'Data tetap aman; mulai lagi nanti, server itu akan dipakai kembali.',
      );
    }
    await delay(10);
  }
}

/** Stops whichever server runs on a cluster now. */
export async function stopServerOn(cluster: string): Promise<void> {
  const found = await findPostmaster(cluster);
  if (found) await stopPostmaster(cluster, found.pid);
}

/**
 * A pid in a left-over postmaster.pid may meanwhile belong to a stranger, and PostgreSQL then refuses to
 * start. Its own parent it does not take for a server, so we put ourselves there: the file stays, because
 * its other lines let PostgreSQL notice backends of the dead server that still hold the shared memory.
 */
export async function disownStaleLockFile(cluster: string): Promise<void> {
  const lines = await readLockFile(cluster);
  const pid = Number(lines[0]);
  if (lines.length === 0 || processMark(pid) === null || (await isServerOf(pid, cluster))) return;
  const handle = await open(path.join(cluster, 'postmaster.pid'), 'r+');
  try {
    const content = Buffer.from([String(process.pid), ...lines.slice(1)].join('\n'));
    await handle.truncate(0);
    await handle.write(content, 0, content.length, 0);
  } finally {
    await handle.close();
  }
}

async function readLockFile(cluster: string): Promise<string[]> {
  const text = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  return text === '' ? [] : text.split('\n');
}

async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (processMark(pid) === null) return false;
  try {
    if (!existsSync('/proc/self/cwd')) return commandFromPs(pid).includes(cluster);
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    if (!/^postgres/.test(path.basename(command.split('\0')[0] ?? ''))) return false;
    const [theirs, ours] = await Promise.all([stat(`/proc/${pid}/cwd`), stat(cluster)]);
    return theirs.dev === ours.dev && theirs.ino === ours.ino;
  } catch {
    return false;
  }
}

function commandFromPs(pid: number): string {
  return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
}
