import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/**
 * A name for a living process that no later process with the same pid has: the pid and a digest of when
 * it began. Fit for file names.
 * @returns null when no such process lives (a zombie does not live)
 */
export function processMark(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const start = existsSync('/proc/self/stat') ? startFromProc(pid) : startFromPs(pid);
  if (start === null) return null;
  return `${pid}-${createHash('sha256').update(start).digest('hex').slice(0, 8)}`;
}

/** The mark of this process. */
export function ownMark(): string {
  return processMark(process.pid) ?? `${process.pid}-unknown`;
}

/** @returns whether the process that this mark was made for still lives */
export function isAlive(mark: string): boolean {
  return mark === processMark(Number.parseInt(mark, 10)) || mark === ownMark();
}

function startFromProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may itself hold spaces and parentheses: fields count from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    return state === 'Z' || state === 'X' ? null : `${fields[19] ?? ''}@${bootId()}`;
  } catch {
    return null;
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function startFromPs(pid: number): string | null {
  try {
    const line = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return line === '' || line.startsWith('Z') ? null : line.slice(line.indexOf(' ')).trim();
  } catch {
    return null;
  }
}
