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
import { ShowReportService } from './show-report.service.js';
import { StoreSubmissionService } from './store-submission.service.js';
import { TrackedReportController } from './tracked-report.controller.js';
import { TrackingController } from './tracking.controller.js';

@Module({
  imports: [AccountsModule, ConnectionsModule, IngestionModule, RepliesModule],
  controllers: [ReportFormController, TrackedReportController, TrackingController],
  providers: [
    AnswerPageService,
    FindFormsService,
    FindReceiptService,
    LimitCitizensService,
    OpenReportService,
    ShowReportService,
    StoreSubmissionService,
  ],
})
export class CitizenPagesModule {}
