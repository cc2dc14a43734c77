import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import type { Presence } from '@app/api-contract';
import {
  NotificationListener,
  PRESENCE_CHANNEL,
  PresenceRepository,
  ReportListRepository,
  type PresenceActivity,
  type PresenceSign,
} from '@app/database';
import { ApiConfig } from '../api.config.js';
import { ProblemError } from '../http/problem.js';
import { presenceFrame } from './event-frames.js';
import { FollowChangesService } from './follow-changes.service.js';
import { PresenceBoard } from './presence-board.js';

const PRUNE_EVERY_MS = 5_000;

/** Who is at a report: signs go to every api process and from there to the open streams, when they say something new. */
@Injectable()
export class FollowPresenceService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly board = new PresenceBoard();
  private readonly listener: NotificationListener;
  private pruning: NodeJS.Timeout;

  constructor(
    private readonly signs: PresenceRepository,
    private readonly reports: ReportListRepository,
    private readonly streams: FollowChangesService,
    config: ApiConfig,
  ) {
    const take = (payload: string): void => this.take(JSON.parse(payload) as PresenceSign);
    this.listener = new NotificationListener(config.databaseUrl, PRESENCE_CHANNEL, take, () => undefined);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.start();
    this.pruning = setInterval(() => this.prune(), PRUNE_EVERY_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.pruning);
    await this.listener.close();
  }

  /** @returns who is there, the actor included. @throws ProblemError `not-found` */
  async sign(actor: Actor, reportId: string, activity: PresenceActivity): Promise<Presence> {
    const report = await this.reports.byId(reportId);
    const isHidden = actor.role === 'agency-member' && report?.agencyId !== actor.agencyId;
    if (!report || isHidden) throw new ProblemError('not-found');
    if (actor.kind === 'user') {
      const { agencyId } = report;
      await this.signs.announce({ reportId, agencyId, userId: actor.id, name: actor.name, activity });
    }
    return this.board.at(reportId);
  }

  private take(sign: PresenceSign): void {
    if (this.board.take(sign, Date.now())) this.tell(sign);
  }

  private prune(): void {
    for (const changed of this.board.prune(Date.now())) this.tell(changed);
  }

  private tell({ reportId, agencyId }: Pick<PresenceSign, 'reportId' | 'agencyId'>): void {
    this.streams.broadcast(presenceFrame(this.board.at(reportId)), agencyId);
  }
}
