import { Module } from '@nestjs/common';
import { ConnectionsModule } from '@app/connections';
import { IngestionModule } from '@app/ingestion';
import { WebhooksController } from './webhooks.controller.js';

@Module({ imports: [ConnectionsModule, IngestionModule], controllers: [WebhooksController] })
export class WebhooksModule {}
