import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '@app/accounts';
import {
  idSchema,
  ledgerNumberSchema,
  ROUTES,
  type ChannelInfo,
  type Connection,
  type Reconciliation,
} from '@app/api-contract';
import { ManageConnectionService, RegisterWebhookService, TakeOverService } from '@app/connections';
import { AuditRepository, Database, QuarantineRepository, ReconciliationRepository } from '@app/database';
import { ReplayEventService, tallyIsBalanced } from '@app/ingestion';
import { ApiConfig } from '../api.config.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { publicUrlOf } from '../http/public-url.js';
import { ApiRoute, type AnswerOf, type BodyOf, type QueryOf } from '../http/route.decorator.js';
import { describeSetAside } from './describe-set-aside.js';
import { DescribeConnectionService } from './describe-connection.service.js';

@Controller()
export class ConnectionsController {
  constructor(
    private readonly describer: DescribeConnectionService,
    private readonly manager: ManageConnectionService,
    private readonly registrar: RegisterWebhookService,
    private readonly successor: TakeOverService,
    private readonly quarantine: QuarantineRepository,
    private readonly replayer: ReplayEventService,
    private readonly reconciliation: ReconciliationRepository,
    private readonly audit: AuditRepository,
    private readonly database: Database,
    private readonly config: ApiConfig,
  ) {}

  @ApiRoute(ROUTES.listChannels)
  listChannels(): ChannelInfo[] {
    return this.describer.channels();
  }

  @ApiRoute(ROUTES.listConnections)
  async listConnections(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<Connection[]> {
    return this.describer.list(publicUrlOf(request, this.config), actor.role === 'admin');
  }

  @ApiRoute(ROUTES.createConnection)
  async createConnection(
    @CurrentActor() actor: Actor,
    @Body() body: BodyOf<typeof ROUTES.createConnection>,
    @Req() request: FastifyRequest,
  ): Promise<Connection> {
    const { channel, name, settings, deletionRule } = body;
    const row = await this.manager.create(channel, name, settings, { deletionRule });
    return this.saved(actor, 'connection-created', row.id, request);
  }

  @ApiRoute(ROUTES.changeConnection)
  async changeConnection(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.changeConnection>,
    @Req() request: FastifyRequest,
  ): Promise<Connection> {
    await this.manager.change(id, body);
    return this.saved(actor, 'connection-changed', id, request);
  }

  @ApiRoute(ROUTES.takeOverConnection)
  async takeOverConnection(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() { predecessorId }: BodyOf<typeof ROUTES.takeOverConnection>,
  ): Promise<AnswerOf<typeof ROUTES.takeOverConnection>> {
    const result = await this.successor.takeOver(id, predecessorId);
    await this.note(actor, 'connection-taken-over', `connection:${predecessorId}`);
    return result;
  }

  @ApiRoute(ROUTES.testConnection)
  async testConnection(
    @Body() body: BodyOf<typeof ROUTES.testConnection>,
  ): Promise<AnswerOf<typeof ROUTES.testConnection>> {
    const health = await this.manager.test(body.channel, body.connectionId, body.settings);
    return {
      state: health.status,
      reason: health.reason ?? null,
      account: 'account' in health ? (health.account ?? null) : null,
    };
  }

  @ApiRoute(ROUTES.listQuarantine)
  async listQuarantine(
    @Param('id', { schema: idSchema }) id: string,
    @Query() query: QueryOf<typeof ROUTES.listQuarantine>,
  ): Promise<AnswerOf<typeof ROUTES.listQuarantine>> {
    const rows = await this.quarantine.page(id, query.state, query.cursor ?? null, query.limit + 1);
    const page = rows.slice(0, query.limit);
    return {
      items: page.map(describeSetAside),
      nextCursor: rows.length > page.length ? (page.at(-1)?.id ?? null) : null,
    };
  }

  @ApiRoute(ROUTES.replayEvent)
  async replayEvent(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: ledgerNumberSchema }) id: string,
  ): Promise<void> {
    await this.replayer.replay(id);
    await this.note(actor, 'event-replayed', `raw_event:${id}`);
  }

  @ApiRoute(ROUTES.reconcile)
  async reconcile(): Promise<Reconciliation> {
    const tally = await this.reconciliation.tally();
    const { received, shown, merged, ignored, quarantined, pending } = tally;
    return { received, shown, merged, ignored, quarantined, pending, isBalanced: tallyIsBalanced(tally) };
  }

  private async saved(
    actor: Actor,
    action: string,
    id: string,
    request: FastifyRequest,
  ): Promise<Connection> {
    await this.note(actor, action, `connection:${id}`);
    await this.registrar.apply(id, publicUrlOf(request, this.config));
    return this.describer.one(id, publicUrlOf(request, this.config));
  }

  private async note(actor: Actor, action: string, subject: string): Promise<void> {
    await this.audit.append(this.database, { actor, action, subject });
  }
}
