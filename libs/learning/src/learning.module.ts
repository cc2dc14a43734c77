import { Module } from '@nestjs/common';
import { VocabularyModule } from '@app/vocabulary';
import { ClassifyReportsService } from './classify-reports.service.js';
import { DecideModelService } from './decide-model.service.js';
import { LearningSettingsService } from './learning-settings.js';
import { ReadModelService } from './read-model.service.js';
import { RegisterModelsService } from './register-models.service.js';
import { RequestTrainingService } from './request-training.service.js';
import { ReviewCorrectionsService } from './review-corrections.service.js';
import { RunTrainingService } from './run-training.service.js';
import { SettleCandidateService } from './settle-candidate.service.js';

const SERVICES = [
  ClassifyReportsService,
  DecideModelService,
  LearningSettingsService,
  ReadModelService,
  RegisterModelsService,
  RequestTrainingService,
  ReviewCorrectionsService,
  RunTrainingService,
  SettleCandidateService,
];

/** Needs LEARNING_SOURCES from a global module of the application. */
@Module({ imports: [VocabularyModule], providers: SERVICES, exports: SERVICES })
export class LearningModule {}
