import { Module } from '@nestjs/common';
import { CaseworkModule } from '@app/casework';
import { RetentionModule } from '@app/retention';
import { ReportsModule } from '../reports/reports.module.js';
import { LegalHoldsController } from './legal-holds.controller.js';
import { RetentionController } from './retention.controller.js';

@Module({
  imports: [CaseworkModule, ReportsModule, RetentionModule],
  controllers: [LegalHoldsController, RetentionController],
})
export class RetentionApiModule {}
