import { Module } from '@nestjs/common';
import { DeliverWebhooksService } from './deliver-webhooks.service.js';
import { FillOutboxService } from './fill-outbox.service.js';
import { ManageSubscriptionService } from './manage-subscription.service.js';

const SERVICES = [DeliverWebhooksService, FillOutboxService, ManageSubscriptionService];

/** Needs SECRET_SEALER and ALLOWS_PRIVATE_ADDRESSES from a global module of the application. */
@Module({ providers: SERVICES, exports: SERVICES })
export class OutgoingWebhooksModule {}
