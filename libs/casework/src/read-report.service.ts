import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { ReadClocksService } from '@app/clocks';
import { ReportDetailRepository, ReportListRepository, ReportNoteRepository } from '@app/database';
import { STATUS_TRANSITIONS } from '@app/report-model';
import { CaseworkError } from './casework-error.js';
import { describeClocks } from './describe-clocks.js';
import { maySee } from './change-report.service.js';

/** One report with everything that its screen shows. */
@Injectable()
export class ReadReportService {
  constructor(
    private readonly reports: ReportListRepository,
    private readonly details: ReportDetailRepository,
    private readonly noteList: ReportNoteRepository,
    private readonly clockReader: ReadClocksService,
  ) {}

  /** @throws CaseworkError `not-found`, also for reports the actor may not see */
  async read(actor: Actor, reportId: string) {
    const report = await this.reports.byId(reportId);
    if (!report || !maySee(actor, report)) throw new CaseworkError('not-found', 'No such report');
    const [contact, otherReports, messages, replies, notes, timeline, classification, rules] = await Promise.all([
      this.details.contact(reportId),
      this.details.otherReports(
        report.contactId,
        reportId,
        actor.role === 'agency-member' ? actor.agencyId : null,
      ),
      this.details.messages(reportId),
      this.details.replies(reportId),
      this.noteList.ofReport(reportId),
      this.details.timeline(reportId),
      this.details.classification(reportId),
      this.clockReader.rules(),
    ]);
    if (!contact) throw new CaseworkError('not-found', 'No such report');
    const allowedStatuses = STATUS_TRANSITIONS[report.status];
    const clocks = describeClocks(report, rules, new Date());
    return {
      report,
      contact,
      otherReports,
      messages,
      replies,
      notes,
      timeline,
      classification,
      clocks,
      allowedStatuses,
    };
  }
}

export type ReadReport = Awaited<ReturnType<ReadReportService['read']>>;
