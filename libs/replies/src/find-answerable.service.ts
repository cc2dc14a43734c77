import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { ReportListRepository, type ReportRow } from '@app/database';
import type { ReplySender } from '@app/connector-kit';
import { DescribeReplyOptionsService } from './describe-reply-options.service.js';
import { ReplyError } from './reply-error.js';

export interface Answerable {
  readonly report: ReportRow;
  readonly sender: ReplySender<unknown>;
}

/** The report that an actor wants to answer, on a channel that can. */
@Injectable()
export class FindAnswerableService {
  constructor(
    private readonly reports: ReportListRepository,
    private readonly options: DescribeReplyOptionsService,
  ) {}

  /** @throws ReplyError `not-found`, also for reports that the actor may not see; `reply-not-allowed` */
  async find(actor: Actor, reportId: string): Promise<Answerable> {
    const report = await this.reports.byId(reportId);
    if (!report || (actor.role === 'agency-member' && report.agencyId !== actor.agencyId)) {
      throw new ReplyError('not-found', 'No such report');
    }
    const sender = this.options.senderOf(report.channel);
    if (!sender) throw new ReplyError('reply-not-allowed', 'This channel only receives messages');
    return { report, sender };
  }
}
