import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import type { ReportDetail } from '@app/api-contract';
import { ReadReportService } from '@app/casework';
import { Database } from '@app/database';
import { ApproveReplyService, DescribeReplyOptionsService } from '@app/replies';
import { describeDetail, describeReplyOptions } from './describe-report.js';
import { maskDetail } from './mask-detail.js';

/** One report, whole, as its screen shows it. */
@Injectable()
export class ShowReportDetailService {
  constructor(
    private readonly reader: ReadReportService,
    private readonly replyOptions: DescribeReplyOptionsService,
    private readonly approval: ApproveReplyService,
    private readonly database: Database,
  ) {}

  /** Personal data is masked unless asked for; whoever asks must have been noted. */
  async show(actor: Actor, reportId: string, { isMasked } = { isMasked: true }): Promise<ReportDetail> {
    const read = await this.reader.read(actor, reportId);
    const options = await this.replyOptions.describe(read.report.channel, reportId);
    const needsApproval = await this.approval.isNeeded(this.database, actor.role);
    const detail = describeDetail(actor, read, describeReplyOptions(options, needsApproval));
    return isMasked ? maskDetail(detail) : detail;
  }
}
