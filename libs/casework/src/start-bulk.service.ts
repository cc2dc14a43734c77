import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { BulkJobRepository, Database, newId, type BulkItemRow, type BulkJobRow } from '@app/database';
import { JobPublisher } from '@app/queues';
import type { BulkAction } from './bulk-action.js';
import { CaseworkError } from './casework-error.js';
import { ListReportsService, type ListQuery } from './list-reports.service.js';

/** More than this in one job is a matter for a new one. */
const MOST_REPORTS = 10_000;

/** Changes of many reports: put in line here, done by the worker, report by report. */
@Injectable()
export class StartBulkService {
  constructor(
    private readonly database: Database,
    private readonly bulk: BulkJobRepository,
    private readonly lister: ListReportsService,
    private readonly jobs: JobPublisher,
  ) {}

  /**
   * @param which ids, or a filter for all that match
   * @returns the job's id. @throws CaseworkError `forbidden` for programs, and for agencies that would dispose
   */
  async start(
    actor: Actor,
    action: BulkAction,
    which: { readonly reportIds: readonly string[] } | { readonly query: ListQuery },
  ): Promise<string> {
    if (actor.kind !== 'user')
      throw new CaseworkError('forbidden', 'Only people change many reports at once');
    if (actor.role === 'agency-member' && action.kind === 'dispose') {
      throw new CaseworkError('forbidden', 'A member of an agency cannot dispose');
    }
    const id = newId();
    const filter = await this.lister.filterOf(actor, 'query' in which ? which.query : {});
    await this.database.transaction(async (tx) => {
      await this.bulk.insert(tx, { id, userId: actor.id, action });
      if ('query' in which) await this.bulk.addMatching(tx, id, filter, MOST_REPORTS);
      else await this.bulk.addReports(tx, id, filter, which.reportIds);
    });
    await this.jobs.publish('run-bulk', { jobId: id });
    return id;
  }

  /** @returns the id of the job that takes it back. @throws CaseworkError `not-found` */
  async undo(actor: Actor, jobId: string): Promise<string> {
    const job = await this.read(actor, jobId);
    const id = newId();
    await this.database.transaction(async (tx) => {
      await this.bulk.insert(tx, { id, userId: actor.id, action: { kind: 'undo', jobId: job.id } });
      await this.bulk.addChangedBy(tx, id, job.id);
    });
    await this.jobs.publish('run-bulk', { jobId: id });
    return id;
  }

  /** One's own. @throws CaseworkError `not-found` */
  async read(actor: Actor, jobId: string): Promise<BulkJobRow> {
    const job = await this.bulk.byId(jobId);
    if (!job || job.userId !== actor.id) throw new CaseworkError('not-found', 'No such job');
    return job;
  }

  /** What was refused first. @throws CaseworkError `not-found` */
  async items(actor: Actor, jobId: string, limit: number): Promise<BulkItemRow[]> {
    await this.read(actor, jobId);
    return this.bulk.items(jobId, limit);
  }
}
