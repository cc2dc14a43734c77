import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import {
  AccountRepository,
  BulkJobRepository,
  ChangeFeedRepository,
  Database,
  ReportListRepository,
  type BulkOutcome,
  type ReportRow,
  type TakenItem,
} from '@app/database';
import { AssignReportService } from './assign-report.service.js';
import type { BulkAction } from './bulk-action.js';
import { CaseworkError } from './casework-error.js';
import { ChangeStatusService } from './change-status.service.js';
import { CorrectClassService } from './correct-class.service.js';
import { DisposeReportService } from './dispose-report.service.js';
import { SnoozeReportService } from './snooze-report.service.js';
import { TagReportService } from './tag-report.service.js';
import { UndoChangeService } from './undo-change.service.js';

const AT_ONCE = 20;
/** A job of thousands takes its time, and so does who looks at its result. */
const UNDO_WITHIN_MS = 3_600_000;

/** Does a bulk job, as the person who asked for it. Safe to run twice: what is as it should be stays so. */
@Injectable()
export class RunBulkService {
  constructor(
    private readonly database: Database,
    private readonly bulk: BulkJobRepository,
    private readonly accounts: AccountRepository,
    private readonly reports: ReportListRepository,
    private readonly changeFeed: ChangeFeedRepository,
    private readonly mover: ChangeStatusService,
    private readonly disposer: DisposeReportService,
    private readonly assigner: AssignReportService,
    private readonly corrector: CorrectClassService,
    private readonly tagger: TagReportService,
    private readonly snoozer: SnoozeReportService,
    private readonly undoer: UndoChangeService,
  ) {}

  async run(jobId: string): Promise<void> {
    const job = await this.bulk.byId(jobId);
    const user = job && (await this.accounts.byId(job.userId));
    if (!job || !user || job.finishedAt) return;
    const { id, role, agencyId, name } = user;
    const actor: Actor | null = user.isDisabled ? null : { kind: 'user', id, role, agencyId, name };
    for (;;) {
      const taken = await this.bulk.take(jobId, AT_ONCE);
      const action = job.action as unknown as BulkAction;
      for (const item of taken) await this.change(jobId, actor, item, action);
      const isDone = await this.database.transaction(async (tx) => {
        const isFinished = await this.bulk.finish(tx, jobId);
        await this.changeFeed.append(tx, [{ topic: 'user', entityId: id, kind: 'bulk' }]);
        return isFinished;
      });
      if (isDone || taken.length === 0) return;
    }
  }

  /** Every job that lost its nudge. */
  async sweep(): Promise<void> {
    for (const id of await this.bulk.open()) await this.run(id);
  }

  private async change(
    jobId: string,
    actor: Actor | null,
    { reportId, eventId }: TakenItem,
    action: BulkAction,
  ): Promise<void> {
    try {
      const outcome = actor ? await this.apply(actor, reportId, action, eventId) : 'refused';
      await this.bulk.settle(jobId, reportId, outcome, actor ? null : 'forbidden');
    } catch (error) {
      if (!(error instanceof CaseworkError)) throw error;
      await this.bulk.settle(jobId, reportId, 'refused', error.code);
    }
  }

  /** Whoever asked for many saw none of them in particular: the version is the one of now. */
  private async apply(
    actor: Actor,
    reportId: string,
    action: BulkAction,
    eventId: string | null,
  ): Promise<BulkOutcome> {
    const report = await this.reports.byId(reportId);
    if (!report) throw new CaseworkError('not-found', 'No such report');
    if (isAlready(report, action)) return 'unchanged';
    const { version } = report;
    switch (action.kind) {
      case 'status':
        await this.mover.move(actor, reportId, { ...action, version });
        return 'done';
      case 'dispose':
        await this.disposer.dispose(actor, reportId, { ...action, version });
        return 'done';
      case 'assign':
        await this.assigner.assign(actor, reportId, { ...action, version });
        return 'done';
      case 'class':
        await this.corrector.correct(actor, reportId, { class: action.class, version });
        return 'done';
      case 'tag':
        await this.tagger.tag(actor, reportId, { ...action, version });
        return 'done';
      case 'snooze': {
        const until = action.until === null ? null : new Date(action.until);
        await this.snoozer.snooze(actor, reportId, { until, version });
        return 'done';
      }
      case 'undo':
        await this.undoer.undo(actor, reportId, {
          version,
          eventId: eventId ?? '',
          withinMs: UNDO_WITHIN_MS,
        });
        return 'done';
    }
  }
}

function isAlready(report: ReportRow, action: BulkAction): boolean {
  switch (action.kind) {
    case 'status':
      return report.status === action.status;
    case 'dispose':
      return report.agencyId === action.agencyId;
    case 'assign':
      return report.assigneeId === action.userId;
    case 'class':
      return report.class === action.class && report.classSource === 'person';
    case 'snooze':
      return (report.snoozedUntil?.toISOString() ?? null) === action.until;
    case 'tag':
      return (
        action.add.every((tag) => report.tags.includes(tag)) &&
        !action.remove.some((tag) => report.tags.includes(tag))
      );
    case 'undo':
      return false;
  }
}
