import type { SweepRun } from '@app/database';

const LONGEST_FAILURE = 300;

/** When each sweep of this process ran last, how long it took, and how it failed last. */
export class SweepLog {
  private readonly last = new Map<string, SweepRun>();

  get runs(): readonly SweepRun[] {
    return [...this.last.values()];
  }

  /** @returns what is called when the run has ended; with the error that ended it */
  started(name: string, everyMs: number): (error?: unknown) => void {
    const startedAt = new Date();
    const { endedAt = null, tookMs = null, failedAt = null, failure = null } = this.last.get(name) ?? {};
    const run = { name, everyMs, startedAt: startedAt.toISOString(), failedAt, failure };
    this.last.set(name, { ...run, endedAt, tookMs });
    return (error) => {
      const now = new Date();
      const failed = error !== undefined && {
        failedAt: now.toISOString(),
        failure: String(error).slice(0, LONGEST_FAILURE),
      };
      const tookMs = now.getTime() - startedAt.getTime();
      this.last.set(name, { ...run, ...failed, endedAt: now.toISOString(), tookMs });
    };
  }
}
