import { Module } from '@nestjs/common';
import { ConnectionsModule } from '@app/connections';
import { IngestionModule } from '@app/ingestion';
import { ChangeSamplesService } from '../../../runtime/src/sample-data/change-samples.service.js';
import { SendSamplesService } from '../../../runtime/src/sample-data/send-samples.service.js';
import { FirstStepsController } from './first-steps.controller.js';

@Module({
  imports: [ConnectionsModule, IngestionModule],
  controllers: [FirstStepsController],
  providers: [ChangeSamplesService, SendSamplesService],
})
export class FirstStepsModule {}
