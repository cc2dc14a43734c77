import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccountsModule } from '@app/accounts';
import { CaseworkModule } from '@app/casework';
import { ConnectionsModule } from '@app/connections';
import { IngestionModule } from '@app/ingestion';
import { MediaModule } from '@app/media';
import { RepliesModule } from '@app/replies';
import { ProblemFilter } from '../http/problem.filter.js';
import { AnswerPageService } from './answer-page.service.js';
import { CitizenErrorFilter } from './citizen-error.filter.js';
import { FindFormsService } from './find-forms.service.js';
import { FindReceiptService } from './find-receipt.service.js';
import { KeepPhotosService } from './keep-photos.service.js';
import { LimitCitizensService } from './limit-citizens.service.js';
import { LostPageFilter } from './lost-page.filter.js';
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
    CitizenErrorFilter,
    FindFormsService,
    FindReceiptService,
    KeepPhotosService,
    LimitCitizensService,
    OpenReportService,
    ProblemFilter,
    ShowReportService,
    StoreSubmissionService,
    { provide: APP_FILTER, useClass: LostPageFilter },
  ],
})
export class CitizenPagesModule {}
