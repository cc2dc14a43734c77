import { Module } from '@nestjs/common';
import { ConnectionsModule } from '@app/connections';
import { IngestionModule } from '@app/ingestion';
import { AnswerHostedApiService } from './answer-hosted-api.service.js';
import { OpenHostedApiService } from './open-hosted-api.service.js';

@Module({
  imports: [ConnectionsModule, IngestionModule],
  providers: [AnswerHostedApiService, OpenHostedApiService],
})
export class HostedApisModule {}
