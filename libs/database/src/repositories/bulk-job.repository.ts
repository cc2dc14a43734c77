import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';
import { ReportConditions, type ReportFilter } from './report-conditions.js';

export type BulkOutcome = 'done' | 'unchanged' | 'refused';

export interface BulkJobRow {
  readonly id: string;
  readonly userId: string;
  readonly action: Record<string, unknown>;
  readonly total: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly done: number;
  readonly unchanged: number;
  readonly refused: number;
}

export interface BulkItemRow {
  readonly reportId: string;
  readonly ticketCode: string;
  readonly outcome: BulkOutcome | null;
  readonly problem: string | null;
}

export interface TakenItem {
  readonly reportId: string;
  /** What another job changed and this one takes back. */
  readonly eventId: string | null;
}

/** A worker that took an item and does not come back within this time has died. */
const TAKEN_FOR = `interval '60 seconds'`;

/** One change for many reports, done by the worker. */
@Injectable()
export class BulkJobRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Queryable, job: { id: string; userId: string; action: object }): Promise<void> {
    await tx.query('insert into bulk_jobs (id, user_id, action) values ($1, $2, $3::jsonb)', [
      job.id,
      job.userId,
      JSON.stringify(job.action),
    ]);
  }

  /** @returns how many of `reportIds` there are and may be seen */
  async addReports(
    tx: Queryable,
    jobId: string,
    filter: ReportFilter,
    reportIds: readonly string[],
  ): Promise<number> {
    const where = new ReportConditions(filter);
    where.add(`r.id = any(${where.parameter(reportIds)}::uuid[])`);
    return this.fill(tx, jobId, where, 'r.id', reportIds.length);
  }

  /** All that match, the newest first, at most `limit`. */
  async addMatching(tx: Queryable, jobId: string, filter: ReportFilter, limit: number): Promise<number> {
    return this.fill(tx, jobId, new ReportConditions(filter), 'r.last_message_at desc, r.id desc', limit);
  }

  /** What another job has changed. */
  async addChangedBy(tx: Queryable, jobId: string, otherId: string): Promise<number> {
    const rows = await tx.query(
      `insert into bulk_items (job_id, report_id, position, event_id)
       select $1, report_id, position, event_id from bulk_items where job_id = $2 and outcome = 'done' returning report_id`,
      [jobId, otherId],
    );
    await this.setTotal(tx, jobId, rows.length);
    return rows.length;
  }

  private async fill(
    tx: Queryable,
    jobId: string,
    where: ReportConditions,
    order: string,
    limit: number,
  ): Promise<number> {
    const [job, size] = [where.parameter(jobId), where.parameter(limit)];
    const rows = await tx.query(
      `insert into bulk_items (job_id, report_id, position)
       select ${job}::uuid, m.id, row_number() over () from (
         select r.id from reports r ${where.sql()} order by ${order} limit ${size}) m returning report_id`,
      where.parameters,
    );
    await this.setTotal(tx, jobId, rows.length);
    return rows.length;
  }

  private async setTotal(tx: Queryable, jobId: string, total: number): Promise<void> {
    await tx.query(
      'update bulk_jobs set total = $2, finished_at = case when $2 = 0 then now() end where id = $1',
      [jobId, total],
    );
  }

  async byId(id: string): Promise<BulkJobRow | null> {
    const [row] = await this.database.query<BulkJobRow>(
      `select j.id, j.user_id as "userId", j.action, j.total, j.created_at as "createdAt",
              j.finished_at as "finishedAt", count(*) filter (where i.outcome = 'done')::int as done,
              count(*) filter (where i.outcome = 'unchanged')::int as unchanged,
              count(*) filter (where i.outcome = 'refused')::int as refused
         from bulk_jobs j left join bulk_items i on i.job_id = j.id where j.id = $1 group by j.id`,
      [id],
    );
    return row ?? null;
  }

  /** What was refused first, then in order. */
  async items(jobId: string, limit: number): Promise<BulkItemRow[]> {
    return this.database.query<BulkItemRow>(
      `select i.report_id as "reportId", r.ticket_code as "ticketCode", i.outcome, i.problem
         from bulk_items i join reports r on r.id = i.report_id where i.job_id = $1
        order by i.outcome is distinct from 'refused', i.position limit $2`,
      [jobId, limit],
    );
  }

  /** The next reports to change, for one worker. */
  async take(jobId: string, limit: number): Promise<TakenItem[]> {
    return this.database.query<TakenItem>(
      `with next as (
         select job_id, report_id from bulk_items
          where job_id = $1 and outcome is null and (taken_at is null or taken_at < now() - ${TAKEN_FOR})
          order by position limit $2 for update skip locked)
       update bulk_items i set taken_at = now() from next n
        where i.job_id = n.job_id and i.report_id = n.report_id 
        returning i.report_id as "reportId", i.event_id as "eventId"`,
      [jobId, limit],
    );
  }

  async settle(jobId: string, reportId: string, outcome: BulkOutcome, problem: string | null): Promise<void> {
    await this.database.query(
      `update bulk_items set outcome = $3, problem = $4,
              event_id = case when $3 = 'done' then (select max(id) from report_events
                where report_id = $2 and actor_kind = 'user' and kind <> 'noted') end
        where job_id = $1 and report_id = $2`,
      [jobId, reportId, outcome, problem],
    );
  }

  /** @returns whether nothing is left to do */
  async finish(tx: Queryable, jobId: string): Promise<boolean> {
    const rows = await tx.query(
      `update bulk_jobs set finished_at = coalesce(finished_at, now()) where id = $1
          and not exists (select from bulk_items where job_id = $1 and outcome is null) returning id`,
      [jobId],
    );
    return rows.length > 0;
  }

  /** Jobs that are not finished, oldest first. */
  async open(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'select id from bulk_jobs where finished_at is null order by created_at limit 20',
    );
    return rows.map(({ id }) => id);
  }

  async trim(before: Date): Promise<void> {
    await this.database.query('delete from bulk_jobs where finished_at < $1', [before]);
  }
}
