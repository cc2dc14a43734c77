import { Module } from '@nestjs/common';
import { LearningModule } from '@app/learning';
import { CorrectionsController } from './corrections.controller.js';
import { ModelController } from './model.controller.js';

@Module({ imports: [LearningModule], controllers: [ModelController, CorrectionsController] })
export class ModelApiModule {}
