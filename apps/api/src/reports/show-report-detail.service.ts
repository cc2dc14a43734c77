import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import type { ReportDetail } from '@app/api-contract';
import { ReadReportService } from '@app/casework';
import { DescribeReplyOptionsService } from '@app/replies';
import { describeDetail } from './describe-report.js';
import { maskDetail } from './mask-detail.js';

/** One report, whole, as its screen shows it. */
@Injectable()
export class ShowReportDetailService {
  constructor(
    private readonly reader: ReadReportService,
    private readonly replyOptions: DescribeReplyOptionsService,
  ) {}

  /** Personal data is masked unless asked for; whoever asks must have been noted. */
  async show(actor: Actor, reportId: string, { isMasked } = { isMasked: true }): Promise<ReportDetail> {
    const read = await this.reader.read(actor, reportId);
    const options = await this.replyOptions.describe(read.report.channel, reportId);
    const detail = describeDetail(read, options);
    return isMasked ? maskDetail(detail) : detail;
  }
}
