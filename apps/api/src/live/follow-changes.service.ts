import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CHANGES_CHANNEL, ChangeFeedRepository, NotificationListener } from '@app/database';
import { ApiConfig } from '../api.config.js';
import { describeError } from '../logging/describe-error.js';
import { LOGGER, type Logger } from '../logging/logger.js';
import type { LiveClient } from './live-client.js';
import { startOf, type Start } from './resume-position.js';

const PAGE = 500;

/**
 * Brings the change feed to every open stream. The feed is read once for all; a notification is only a nudge to read
 * on from `position`, so one that was lost costs time and no change.
 */
@Injectable()
export class FollowChangesService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly clients = new Set<LiveClient>();
  private readonly listener: NotificationListener;
  private heartbeat: NodeJS.Timeout;
  private position = 0n;
  private isReading = false;
  private isBehind = false;
  private isClosing = false;

  constructor(
    private readonly feed: ChangeFeedRepository,
    private readonly config: ApiConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const wake = (): void => this.wake();
    this.listener = new NotificationListener(config.databaseUrl, CHANGES_CHANNEL, wake, wake);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.position = BigInt((await this.feed.bounds()).latest);
    await this.listener.start();
    this.heartbeat = setInterval(() => this.beat(), this.config.heartbeatMs);
  }

  /** Before the HTTP server waits for its open answers: these would never end. */
  async onModuleDestroy(): Promise<void> {
    this.isClosing = true;
    clearInterval(this.heartbeat);
    for (const client of this.clients) client.close();
    await this.listener.close();
  }

  async startAt(lastEventId: string | undefined): Promise<Start> {
    return startOf(lastEventId, await this.feed.bounds());
  }

  /** Sends the client what it has missed, then everything new, until it is gone. */
  async follow(client: LiveClient): Promise<void> {
    if (this.isClosing) return client.close();
    this.clients.add(client);
    client.onClose(() => this.clients.delete(client));
    try {
      while (!client.isClosed && !(await this.catchUp(client)));
    } catch (error) {
      this.logger.warn({ error: describeError(error) }, 'a live stream ended, the client resumes it');
      client.close();
    }
  }

  /** Something of the moment, for those who may see reports of this agency. */
  broadcast(frame: string, agencyId: string | null): void {
    for (const client of this.clients) if (client.isLive) client.pass(frame, agencyId);
  }

  /**
   * One page of what was missed.
   * @returns true when nothing is missing: between that finding and the client's becoming live nothing else may run
   */
  private async catchUp(client: LiveClient): Promise<boolean> {
    const positionBefore = this.position;
    const changes = await this.feed.after(String(client.position), PAGE);
    client.send(changes);
    await client.drained();
    const hasAll = changes.length < PAGE && this.position === positionBefore;
    client.isLive = hasAll || client.position >= this.position;
    return client.isLive;
  }

  private wake(): void {
    this.isBehind = true;
    if (this.isReading || this.isClosing) return;
    this.isReading = true;
    this.readOn()
      .catch((error: unknown) => {
        // The next heartbeat, notification or reconnection reads on from the same position.
        this.logger.warn({ error: describeError(error) }, 'the change feed cannot be read');
      })
      .finally(() => {
        this.isReading = false;
      });
  }

  private async readOn(): Promise<void> {
    while (this.isBehind) {
      this.isBehind = false;
      const changes = await this.feed.after(String(this.position), PAGE);
      const last = changes.at(-1);
      if (!last) continue;
      this.position = BigInt(last.id);
      this.isBehind ||= changes.length === PAGE;
      for (const client of this.clients) if (client.isLive) client.send(changes);
    }
  }

  private beat(): void {
    this.wake();
    for (const client of this.clients) {
      client.isStillAllowed().then(
        (isAllowed) => (isAllowed ? client.heartbeat() : client.close()),
        // The database is away: nobody is signed out for that.
        () => client.heartbeat(),
      );
    }
  }
}
