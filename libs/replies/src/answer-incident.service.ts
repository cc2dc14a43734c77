import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { Database, IncidentRepository, ReportListRepository, type ReportRow } from '@app/database';
import { DescribeReplyOptionsService } from './describe-reply-options.service.js';
import { ReplyError } from './reply-error.js';
import type { ReplyOptions } from './reply-options.js';
import { WriteReplyService } from './write-reply.service.js';

export interface IncidentRecipient {
  readonly report: ReportRow;
  readonly options: ReplyOptions;
}

export interface IncidentAnswerResult {
  readonly reportId: string;
  /** Why there is no answer for this report; null: it is in line. */
  readonly problem: ReplyError['code'] | null;
}

/** A report that was changed by another answer in the same moment is tried once more. */
const ATTEMPTS = 2;

/** One text to every reporter of an incident, each on their own channel: an ordinary answer of each report. */
@Injectable()
export class AnswerIncidentService {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentRepository,
    private readonly reports: ReportListRepository,
    private readonly options: DescribeReplyOptionsService,
    private readonly writer: WriteReplyService,
  ) {}

  /** What each reporter's channel takes now; only reports that the actor may see. */
  async recipients(actor: Actor, incidentId: string): Promise<IncidentRecipient[]> {
    const rows = await this.visible(actor, incidentId);
    return Promise.all(
      rows.map(async (report) => ({
        report,
        options: await this.options.describe(report.channel, report.id),
      })),
    );
  }

  /**
   * Writes the answer to the chosen reports of the incident. What one channel refuses does not hold up the others; the
   * same key writes nothing twice.
   */
  async answer(
    actor: Actor,
    incidentId: string,
    {
      text,
      idempotencyKey,
      reportIds,
    }: { text: string; idempotencyKey: string; reportIds: readonly string[] },
  ): Promise<IncidentAnswerResult[]> {
    const rows = await this.visible(actor, incidentId);
    const chosen = rows.filter(({ id }) => reportIds.includes(id));
    if (chosen.length === 0) throw new ReplyError('not-found', 'No such reports in this incident');
    const results: IncidentAnswerResult[] = [];
    for (const { id } of chosen) {
      results.push({ reportId: id, problem: await this.write(actor, id, text, idempotencyKey) });
    }
    return results;
  }

  private async write(
    actor: Actor,
    reportId: string,
    text: string,
    idempotencyKey: string,
  ): Promise<ReplyError['code'] | null> {
    for (let attempt = 1; ; attempt++) {
      const report = await this.reports.byId(reportId);
      if (!report) return 'not-found';
      try {
        await this.writer.write(actor, reportId, { text, idempotencyKey, version: report.version });
        return null;
      } catch (error) {
        if (!(error instanceof ReplyError)) throw error;
        if (error.code !== 'report-changed' || attempt === ATTEMPTS) return error.code;
      }
    }
  }

  private async visible(actor: Actor, incidentId: string): Promise<ReportRow[]> {
    const members = await this.incidents.members(this.database, incidentId);
    const mine = members.filter(
      ({ agencyId }) => actor.role !== 'agency-member' || agencyId === actor.agencyId,
    );
    return this.reports.byIds(mine.map(({ id }) => id));
  }
}
