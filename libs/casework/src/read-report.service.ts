import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { ReadClocksService } from '@app/clocks';
import {
  AgencyRepository,
  LegalHoldRepository,
  ReportDetailRepository,
  ReportFactsRepository,
  ReportListRepository,
  ReportNoteRepository,
  ReportRatingRepository,
} from '@app/database';
import { ReadTaxonomyService } from '@app/taxonomy';
import { STATUS_TRANSITIONS } from '@app/report-model';
import { SHIPPED_GAZETTEER, type ShippedGazetteer } from '@app/vocabulary';
import { CaseworkError } from './casework-error.js';
import { describeClocks } from './describe-clocks.js';
import { describeFacts } from './describe-facts.js';
import { maySee } from './change-report.service.js';

/** One report with everything that its screen shows. */
@Injectable()
export class ReadReportService {
  constructor(
    private readonly reports: ReportListRepository,
    private readonly details: ReportDetailRepository,
    private readonly noteList: ReportNoteRepository,
    private readonly clockReader: ReadClocksService,
    private readonly factList: ReportFactsRepository,
    private readonly taxonomies: ReadTaxonomyService,
    private readonly agencies: AgencyRepository,
    private readonly ratings: ReportRatingRepository,
    private readonly holds: LegalHoldRepository,
    @Inject(SHIPPED_GAZETTEER) private readonly gazetteer: ShippedGazetteer,
  ) {}

  /** @throws CaseworkError `not-found`, also for reports the actor may not see */
  async read(actor: Actor, reportId: string) {
    const report = await this.reports.byId(reportId);
    if (!report || !maySee(actor, report)) throw new CaseworkError('not-found', 'No such report');
    const [
      contact,
      otherReports,
      messages,
      replies,
      notes,
      timeline,
      classification,
      rules,
      found,
      taxonomy,
      agencies,
      rating,
      legalHolds,
    ] = await Promise.all([
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
      this.factList.ofReport(reportId),
      this.taxonomies.taxonomy(),
      this.agencies.list(),
      this.ratings.ofReport(reportId),
      this.holds.ofReport(reportId),
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
      facts: found && describeFacts(found, taxonomy, agencies, this.gazetteer),
      rating,
      legalHolds,
      allowedStatuses,
    };
  }
}

export type ReadReport = Awaited<ReturnType<ReadReportService['read']>>;
