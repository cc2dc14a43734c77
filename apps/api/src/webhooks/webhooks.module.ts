import { Module } from '@nestjs/common';
import { ConnectionsModule } from '@app/connections';
import { IngestionModule } from '@app/ingestion';
import { FindWebhookService } from './find-webhook.service.js';
import { NoteListeningService } from './note-listening.service.js';
import { WebhooksController } from './webhooks.controller.js';

@Module({
  imports: [ConnectionsModule, IngestionModule],
  controllers: [WebhooksController],
  providers: [FindWebhookService, NoteListeningService],
})
export class WebhooksModule {}
