import { Module } from '@nestjs/common';
import { AccountsModule } from '@app/accounts';
import { ConnectionsModule } from '@app/connections';
import { IngestionModule } from '@app/ingestion';
import { RepliesModule } from '@app/replies';
import { AnswerPageService } from './answer-page.service.js';
import { FindFormsService } from './find-forms.service.js';
import { FindReceiptService } from './find-receipt.service.js';
import { LimitCitizensService } from './limit-citizens.service.js';
import { OpenReportService } from './open-report.service.js';
import { ReportFormController } from './report-form.controller.js';
import { TrackingController } from './tracking.controller.js';

@Module({
  imports: [AccountsModule, ConnectionsModule, IngestionModule, RepliesModule],
  controllers: [ReportFormController, TrackingController],
  providers: [
    AnswerPageService,
    FindFormsService,
    FindReceiptService,
    LimitCitizensService,
    OpenReportService,
  ],
})
export class CitizenPagesModule {}
