import { Module } from '@nestjs/common';
import { OutgoingWebhooksModule } from '@app/outgoing-webhooks';
import { OutgoingWebhooksController } from './outgoing-webhooks.controller.js';

@Module({ imports: [OutgoingWebhooksModule], controllers: [OutgoingWebhooksController] })
export class OutgoingWebhooksApiModule {}
