import { Body, Controller, Param, Query } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { idSchema, ROUTES, type OutgoingWebhook, type WebhookDelivery } from '@app/api-contract';
import {
  OutgoingWebhookRepository,
  type WebhookDeliveryRow,
  type WebhookSubscriptionRow,
} from '@app/database';
import { ManageSubscriptionService, type WebhookEvent } from '@app/outgoing-webhooks';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type AnswerOf, type BodyOf, type QueryOf } from '../http/route.decorator.js';

@Controller()
export class OutgoingWebhooksController {
  constructor(
    private readonly webhooks: OutgoingWebhookRepository,
    private readonly manager: ManageSubscriptionService,
  ) {}

  @ApiRoute(ROUTES.listOutgoingWebhooks)
  async list(): Promise<OutgoingWebhook[]> {
    return (await this.webhooks.all()).map(describe);
  }

  @ApiRoute(ROUTES.createOutgoingWebhook)
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: BodyOf<typeof ROUTES.createOutgoingWebhook>,
  ): Promise<AnswerOf<typeof ROUTES.createOutgoingWebhook>> {
    const { row, secret } = await this.manager.create(actor, body);
    return { webhook: describe(row), secret };
  }

  @ApiRoute(ROUTES.changeOutgoingWebhook)
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.changeOutgoingWebhook>,
  ): Promise<OutgoingWebhook> {
    return describe(await this.manager.change(actor, id, body));
  }

  @ApiRoute(ROUTES.removeOutgoingWebhook)
  async remove(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string): Promise<void> {
    await this.manager.remove(actor, id);
  }

  @ApiRoute(ROUTES.pingOutgoingWebhook)
  async ping(@Param('id', { schema: idSchema }) id: string): Promise<void> {
    await this.manager.ping(id);
  }

  @ApiRoute(ROUTES.listWebhookDeliveries)
  async deliveries(
    @Param('id', { schema: idSchema }) id: string,
    @Query() query: QueryOf<typeof ROUTES.listWebhookDeliveries>,
  ): Promise<AnswerOf<typeof ROUTES.listWebhookDeliveries>> {
    const rows = await this.webhooks.log(id, query.cursor ?? null, query.limit + 1);
    const page = rows.slice(0, query.limit);
    return {
      items: page.map(describeDelivery),
      nextCursor: rows.length > page.length ? (page.at(-1)?.id ?? null) : null,
    };
  }

  @ApiRoute(ROUTES.redeliverWebhook)
  async redeliver(@Param('id', { schema: idSchema }) id: string): Promise<void> {
    await this.manager.redeliver(id);
  }
}

function describe(row: WebhookSubscriptionRow): OutgoingWebhook {
  const { id, name, url, isActive, problem } = row;
  const events = [...row.events] as WebhookEvent[];
  return { id, name, url, events, isActive, problem, createdAt: row.createdAt.toISOString() };
}

function describeDelivery(row: WebhookDeliveryRow): WebhookDelivery {
  const { id, event, state, attempts, lastStatus, lastError } = row;
  return {
    ...{ id, event, state, attempts, lastStatus, lastError },
    createdAt: row.createdAt.toISOString(),
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    nextAttemptAt: row.nextAttemptAt.toISOString(),
  };
}
