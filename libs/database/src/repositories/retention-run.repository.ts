import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';

export interface RunFailure {
  readonly name: string;
  readonly reason: string;
}

/** What a run did by one rule. */
export interface RunResult {
  readonly erased: number;
  readonly held: number;
  readonly failed: number;
  /** Ticket codes, or ids, of the first that failed, and why. */
  readonly failures: readonly RunFailure[];
}

export interface RetentionRunRow {
  readonly id: string;
  readonly requestedAt: Date;
  /** Null: by itself, at night. */
  readonly requestedBy: string | null;
  readonly finishedAt: Date | null;
  readonly state: 'queued' | 'running' | 'done' | 'failed';
  readonly results: Readonly<Record<string, RunResult>>;
  readonly problem: string | null;
}

/** A worker that has not been heard of for this long does not run any more. */
const TAKEN_FOR = `interval '2 minutes'`;

/** Runs that erase what is older than its rule allows: one at a time. */
@Injectable()
export class RetentionRunRepository {
  constructor(private readonly database: Database) {}

  async latest(limit: number): Promise<RetentionRunRow[]> {
    return this.database.query<RetentionRunRow>(
      `select n.id, n.requested_at as "requestedAt", u.name as "requestedBy", n.finished_at as "finishedAt", n.state,
              n.results, n.problem
         from retention_runs n left join users u on u.id = n.requested_by order by n.requested_at desc limit $1`,
      [limit],
    );
  }

  async isRequestedSince(at: Date): Promise<boolean> {
    const rows = await this.database.query(
      'select from retention_runs where requested_by is null and requested_at > $1 limit 1',
      [at],
    );
    return rows.length > 0;
  }

  /** @returns false when one is open already */
  async request(tx: Queryable, id: string, userId: string | null): Promise<boolean> {
    const rows = await tx.query(
      'insert into retention_runs (id, requested_by) values ($1, $2) on conflict do nothing returning id',
      [id, userId],
    );
    return rows.length > 0;
  }

  /** Those that wait, or lost their worker. */
  async open(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select id from retention_runs where state in ('queued', 'running')
          and (taken_at is null or taken_at < now() - ${TAKEN_FOR})`,
    );
    return rows.map(({ id }) => id);
  }

  /** Makes this run the caller's. @returns what was done so far; null when it is somebody else's, or over */
  async take(id: string): Promise<Readonly<Record<string, RunResult>> | null> {
    const [row] = await this.database.query<{ results: Record<string, RunResult> }>(
      `update retention_runs set state = 'running', taken_at = now()
        where id = $1 and state in ('queued', 'running') and (taken_at is null or taken_at < now() - ${TAKEN_FOR})
        returning results`,
      [id],
    );
    return row?.results ?? null;
  }

  /** In the transaction that erased: what is counted was done, and the run goes on. */
  async note(tx: Queryable, id: string, results: Readonly<Record<string, RunResult>>): Promise<void> {
    await tx.query(`update retention_runs set taken_at = now(), results = $2::jsonb where id = $1`, [
      id,
      JSON.stringify(results),
    ]);
  }

  async finish(tx: Queryable, id: string, state: 'done' | 'failed', problem: string | null): Promise<void> {
    await tx.query('update retention_runs set state = $2, problem = $3, finished_at = now() where id = $1', [
      id,
      state,
      problem,
    ]);
  }

  /** Lets another worker go on at once. */
  async release(id: string): Promise<void> {
    await this.database.query(
      `update retention_runs set taken_at = null where id = $1 and state = 'running'`,
      [id],
    );
  }
}
