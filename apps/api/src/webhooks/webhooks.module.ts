import { Module } from '@nestjs/common';
import { ConnectionsModule } from '@app/connections';
import { IngestionModule } from '@app/ingestion';
import { FindWebhookService } from './find-webhook.service.js';
import { NoteListeningService } from './note-listening.service.js';
import { SpoolModule } from './spool.module.js';
import { StoreDeliveryService } from './store-delivery.service.js';
import { SweepSpoolService } from './sweep-spool.service.js';
import { WebhooksController } from './webhooks.controller.js';

@Module({
  imports: [ConnectionsModule, IngestionModule, SpoolModule],
  controllers: [WebhooksController],
  providers: [FindWebhookService, NoteListeningService, StoreDeliveryService, SweepSpoolService],
})
export class WebhooksModule {}
