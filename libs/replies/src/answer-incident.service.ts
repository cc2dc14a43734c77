import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import {
  Database,
  IncidentRepository,
  ReplyRepository,
  ReportListRepository,
  type LastWordsRow,
  type ReportRow,
} from '@app/database';
import { ApproveReplyService } from './approve-reply.service.js';
import { DescribeReplyOptionsService } from './describe-reply-options.service.js';
import { PlanAnswerService, type NewAnswer } from './plan-answer.service.js';
import { ReplyError } from './reply-error.js';
import type { ReplyOptions } from './reply-options.js';
import { WriteReplyService } from './write-reply.service.js';

export interface IncidentRecipient {
  readonly report: ReportRow;
  readonly options: ReplyOptions;
  readonly words: LastWordsRow;
}

export interface IncidentAnswer extends Pick<NewAnswer, 'text' | 'idempotencyKey' | 'confirmsPersonalData'> {
  /** `version`: as the officer saw it. `text`: for this reporter, instead of the common one. */
  readonly reports: readonly {
    readonly reportId: string;
    readonly version: number;
    readonly text?: string | undefined;
  }[];
}

export interface IncidentAnswerResult {
  readonly reportId: string;
  /** Why there is no answer for this report; null: there is one. */
  readonly problem: ReplyError['code'] | null;
  readonly awaitsApproval: boolean;
}

/** One text to every reporter of an incident, each on their own channel: an ordinary answer of each report. */
@Injectable()
export class AnswerIncidentService {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentRepository,
    private readonly reports: ReportListRepository,
    private readonly replies: ReplyRepository,
    private readonly options: DescribeReplyOptionsService,
    private readonly plan: PlanAnswerService,
    private readonly approval: ApproveReplyService,
    private readonly writer: WriteReplyService,
  ) {}

  /** What each reporter's channel takes now, and what was said last; only reports that the actor may see. */
  async recipients(
    actor: Actor,
    incidentId: string,
  ): Promise<{ recipients: IncidentRecipient[]; needsApproval: boolean }> {
    const rows = await this.visible(actor, incidentId);
    const ids = rows.map(({ id }) => id);
    const words = new Map(
      (await this.replies.lastWords(this.database, ids)).map((one) => [one.reportId, one]),
    );
    const recipients = await Promise.all(
      rows.map(async (report) => {
        const last = words.get(report.id);
        return last ? [{ report, options: await this.optionsOf(report), words: last }] : [];
      }),
    );
    return {
      recipients: recipients.flat(),
      needsApproval: await this.approval.isNeeded(this.database, actor.role),
    };
  }

  /**
   * Writes the answer to the chosen reports of the incident: to none of them while one has changed since the officer saw
   * it, or while everybody could read personal data in one. What one channel refuses does not hold up the others; the
   * same key writes nothing twice.
   * @throws ReplyError `not-found`, `report-changed`, `personal-data`
   */
  async answer(actor: Actor, incidentId: string, answer: IncidentAnswer): Promise<IncidentAnswerResult[]> {
    const { idempotencyKey, confirmsPersonalData } = answer;
    const rows = new Map((await this.visible(actor, incidentId)).map((row) => [row.id, row]));
    const chosen = answer.reports.flatMap(({ reportId, version, text = answer.text }) => {
      const report = rows.get(reportId);
      return report ? [{ report, version, text }] : [];
    });
    if (chosen.length === 0) throw new ReplyError('not-found', 'No such reports in this incident');
    const ids = chosen.map(({ report }) => report.id);
    const written = await this.replies.haveKey(this.database, ids, idempotencyKey);
    const due = chosen.filter(({ report }) => !written.includes(report.id));
    if (due.some(({ report, version }) => report.version !== version)) {
      throw new ReplyError('report-changed', 'A report of the incident has changed since it was opened');
    }
    if (!confirmsPersonalData) await this.guard(due, idempotencyKey);
    const results: IncidentAnswerResult[] = [];
    for (const { report, version, text } of chosen) {
      results.push(
        await this.write(actor, report.id, { text, version, idempotencyKey, confirmsPersonalData }),
      );
    }
    return results;
  }

  private async guard(
    due: readonly { report: ReportRow; version: number; text: string }[],
    idempotencyKey: string,
  ): Promise<void> {
    const options = await Promise.all(due.map(({ report }) => this.optionsOf(report)));
    for (const [index, { version, text }] of due.entries()) {
      const taken = options[index];
      if (taken) this.plan.guard(taken, { text, version, idempotencyKey }, text);
    }
  }

  private async write(actor: Actor, reportId: string, answer: NewAnswer): Promise<IncidentAnswerResult> {
    try {
      const state = await this.writer.write(actor, reportId, answer);
      return { reportId, problem: null, awaitsApproval: state === 'proposed' };
    } catch (error) {
      if (!(error instanceof ReplyError)) throw error;
      return { reportId, problem: error.code, awaitsApproval: false };
    }
  }

  private optionsOf({ channel, id }: ReportRow): Promise<ReplyOptions> {
    return this.options.describe(channel, id);
  }

  private async visible(actor: Actor, incidentId: string): Promise<ReportRow[]> {
    const members = await this.incidents.members(this.database, incidentId);
    const mine = members.filter(
      ({ agencyId }) => actor.role !== 'agency-member' || agencyId === actor.agencyId,
    );
    return this.reports.byIds(mine.map(({ id }) => id));
  }
}
