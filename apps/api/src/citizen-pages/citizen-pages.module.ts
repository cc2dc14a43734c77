import { Module } from '@nestjs/common';
import { AccountsModule } from '@app/accounts';
import { CaseworkModule } from '@app/casework';
import { ConnectionsModule } from '@app/connections';
import { IngestionModule } from '@app/ingestion';
import { MediaModule } from '@app/media';
import { RepliesModule } from '@app/replies';
import { AnswerPageService } from './answer-page.service.js';
import { FindFormsService } from './find-forms.service.js';
import { FindReceiptService } from './find-receipt.service.js';
import { KeepPhotosService } from './keep-photos.service.js';
import { LimitCitizensService } from './limit-citizens.service.js';
import { OpenReportService } from './open-report.service.js';
import { OwnPhotosController } from './own-photos.controller.js';
import { RatingController } from './rating.controller.js';
import { ReportFormController } from './report-form.controller.js';
import { ShowReportService } from './show-report.service.js';
import { StoreSubmissionService } from './store-submission.service.js';
import { TrackedReportController } from './tracked-report.controller.js';
import { TrackingController } from './tracking.controller.js';

@Module({
  imports: [AccountsModule, CaseworkModule, ConnectionsModule, IngestionModule, MediaModule, RepliesModule],
  controllers: [
    OwnPhotosController,
    RatingController,
    ReportFormController,
    TrackedReportController,
    TrackingController,
  ],
  providers: [
    AnswerPageService,
    FindFormsService,
    FindReceiptService,
    KeepPhotosService,
    LimitCitizensService,
    OpenReportService,
    ShowReportService,
    StoreSubmissionService,
  ],
})
export class CitizenPagesModule {}
