import { Injectable } from '@nestjs/common';
import { Database } from '../database.js';

/** A sweep's last run in one process. Times are ISO 8601. */
export interface SweepRun {
  readonly name: string;
  readonly everyMs: number;
  readonly startedAt: string;
  /** Null while the first run lasts. */
  readonly endedAt: string | null;
  readonly tookMs: number | null;
  readonly failedAt: string | null;
  readonly failure: string | null;
}

export interface RunningProcess {
  readonly id: string;
  readonly kind: 'api' | 'worker';
  readonly host: string;
  readonly pid: number;
  readonly startedAt: Date;
}

export interface SeenProcess extends RunningProcess {
  readonly seenAt: Date;
  /** Seconds since its last sign, by the database's clock. */
  readonly silentSeconds: number;
  readonly sweeps: readonly SweepRun[];
}

/** A process that has given no sign for so long is forgotten. */
const FORGOTTEN_AFTER = '24 hours';

/** The processes of this installation, on whichever machine, by the signs that they give. */
@Injectable()
export class RunningProcessRepository {
  constructor(private readonly database: Database) {}

  /** A sign of life; forgets those that gave none for a day. */
  async beat(process: RunningProcess, sweeps: readonly SweepRun[]): Promise<void> {
    await this.database.query(
      `with forgotten as (
         delete from running_processes where id <> $1 and seen_at < now() - interval '${FORGOTTEN_AFTER}')
       insert into running_processes (id, kind, host, pid, started_at, sweeps)
       values ($1, $2, $3, $4, $5, $6::jsonb)
       on conflict (id) do update set seen_at = now(), sweeps = excluded.sweeps`,
      [process.id, process.kind, process.host, process.pid, process.startedAt, JSON.stringify(sweeps)],
    );
  }

  /** It ends as it should. */
  async remove(id: string): Promise<void> {
    await this.database.query('delete from running_processes where id = $1', [id]);
  }

  async list(): Promise<SeenProcess[]> {
    return this.database.query<SeenProcess>(
      `select id, kind, host, pid, started_at as "startedAt", seen_at as "seenAt", sweeps,
              extract(epoch from now() - seen_at)::float8 as "silentSeconds"
         from running_processes order by kind desc, started_at, id`,
    );
  }
}
