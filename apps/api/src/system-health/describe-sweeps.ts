import type { SystemHealth } from '@app/api-contract';
import type { SeenProcess, SweepRun } from '@app/database';

type Sweep = SystemHealth['sweeps'][number];

/** A process that gave no sign for so long is not counted on. */
const SILENT_AFTER_SECONDS = 30;
/** Beyond twice its pause, for what takes its time. */
const GRACE_MS = 60_000;

export const isAlive = ({ silentSeconds }: SeenProcess): boolean => silentSeconds < SILENT_AFTER_SECONDS;

/** The last run of each sweep in whichever worker is alive, by name. */
export function describeSweeps(processes: readonly SeenProcess[], now: number): Sweep[] {
  const latest = new Map<string, SweepRun>();
  for (const run of processes.filter(isAlive).flatMap(({ sweeps }) => sweeps)) {
    const other = latest.get(run.name);
    if (!other || other.startedAt < run.startedAt) latest.set(run.name, run);
  }
  return [...latest.values()]
    .sort((one, other) => one.name.localeCompare(other.name))
    .map((run) => ({ ...run, state: stateOf(run, now) }));
}

function stateOf({ startedAt, endedAt, failedAt, everyMs }: SweepRun, now: number): Sweep['state'] {
  if (failedAt !== null && failedAt === endedAt) return 'failed';
  const last = endedAt === null || endedAt < startedAt ? startedAt : endedAt;
  return now - Date.parse(last) > 2 * everyMs + GRACE_MS ? 'late' : 'ok';
}
