import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import type { ReportDetail } from '@app/api-contract';
import { ReadReportService } from '@app/casework';
import { DescribeReplyOptionsService } from '@app/replies';
import { describeDetail } from './describe-report.js';

/** One report, whole, as its screen shows it. */
@Injectable()
export class ShowReportDetailService {
  constructor(
    private readonly reader: ReadReportService,
    private readonly replyOptions: DescribeReplyOptionsService,
  ) {}

  async show(actor: Actor, reportId: string): Promise<ReportDetail> {
    const read = await this.reader.read(actor, reportId);
    return describeDetail(read, await this.replyOptions.describe(read.report.channel, reportId));
  }
}
