import { Module } from '@nestjs/common';
import { ConnectionsModule } from '@app/connections';
import { IngestionModule } from '@app/ingestion';
import { FindWebhookService } from './find-webhook.service.js';
import { WebhooksController } from './webhooks.controller.js';

@Module({
  imports: [ConnectionsModule, IngestionModule],
  controllers: [WebhooksController],
  providers: [FindWebhookService],
})
export class WebhooksModule {}
