import { Module } from '@nestjs/common';
import { CaseworkModule } from '@app/casework';
import { RepliesModule } from '@app/replies';
import { ShowReportDetailService } from './show-report-detail.service.js';
import { ReportsController } from './reports.controller.js';

@Module({
  imports: [CaseworkModule, RepliesModule],
  controllers: [ReportsController],
  providers: [ShowReportDetailService],
  exports: [ShowReportDetailService],
})
export class ReportsModule {}
