import { hostname } from 'node:os';
import { newId, RunningProcessRepository, type RunningProcess, type SweepRun } from '@app/database';

/** A process says that it runs, until it ends. */
export class ProcessBeat {
  private readonly sign: RunningProcess;
  private isEnded = false;

  constructor(
    private readonly processes: RunningProcessRepository,
    kind: RunningProcess['kind'],
  ) {
    const startedAt = new Date(Date.now() - process.uptime() * 1_000);
    this.sign = { id: newId(), kind, host: hostname(), pid: process.pid, startedAt };
  }

  async tell(sweeps: readonly SweepRun[] = []): Promise<void> {
    if (!this.isEnded) await this.processes.beat(this.sign, sweeps);
  }

  /** Without a database the sign stays, and is forgotten later. */
  async end(): Promise<void> {
    this.isEnded = true;
    await this.processes.remove(this.sign.id).catch(() => undefined);
  }
}
