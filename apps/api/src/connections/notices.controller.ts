import { Body, Controller } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { ROUTES, type ChannelOutage, type Notice } from '@app/api-contract';
import { DOWN_STATES } from '@app/connections';
import { ConnectionRepository, NoticeRepository, type NoticeRow } from '@app/database';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';

const SHOWN = 50;

/** What people are told about channels without going to look for it. */
@Controller()
export class NoticesController {
  constructor(
    private readonly notices: NoticeRepository,
    private readonly connections: ConnectionRepository,
  ) {}

  @ApiRoute(ROUTES.listChannelOutages)
  async listChannelOutages(): Promise<ChannelOutage[]> {
    const rows = await this.connections.all();
    return rows
      .filter((row) => row.status === 'active' && DOWN_STATES.includes(row.healthState))
      .map((row) => ({
        connectionId: row.id,
        name: row.name,
        channel: row.channel,
        state: row.healthState,
        since: row.healthSince.toISOString(),
      }));
  }

  @ApiRoute(ROUTES.listNotices)
  async listNotices(@CurrentActor() actor: Actor): Promise<Notice[]> {
    const lastRead = actor.kind === 'user' ? BigInt(await this.notices.lastRead(actor.id)) : 0n;
    return (await this.notices.latest(SHOWN)).map((row) => describe(row, BigInt(row.id) > lastRead));
  }

  @ApiRoute(ROUTES.readNotices)
  async readNotices(
    @CurrentActor() actor: Actor,
    @Body() { upTo }: BodyOf<typeof ROUTES.readNotices>,
  ): Promise<void> {
    if (actor.kind === 'user') await this.notices.markRead(actor.id, upTo);
  }
}

function describe({ data, ...row }: NoticeRow, isUnread: boolean): Notice {
  return {
    ...row,
    state: (data['state'] as Notice['state'] | undefined) ?? null,
    reason: (data['reason'] as string | null | undefined) ?? null,
    at: row.at.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    isUnread,
  };
}
