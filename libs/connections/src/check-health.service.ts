import { Injectable } from '@nestjs/common';
import { ConnectionRepository } from '@app/database';
import type { ConnectorHealth } from '@app/connector-kit';
import { SettingsError } from './connection-settings.js';
import { OpenConnectionService } from './open-connection.service.js';
import { RecordHealthService } from './record-health.service.js';

const CHECK_TIMEOUT_MS = 20_000;

/** Asks platforms whether connections work, and shows the answer. */
@Injectable()
export class CheckHealthService {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly opener: OpenConnectionService,
    private readonly health: RecordHealthService,
  ) {}

  /** Checks every active connection that nobody has checked for `olderThanMs`. */
  async checkDue(olderThanMs: number): Promise<void> {
    for (const id of await this.connections.claimForHealthCheck(olderThanMs)) await this.check(id);
  }

  async check(connectionId: string): Promise<ConnectorHealth> {
    const health = await this.ask(connectionId);
    await this.health.record(connectionId, health);
    return health;
  }

  private async ask(connectionId: string): Promise<ConnectorHealth> {
    try {
      const open = await this.opener.byId(connectionId, AbortSignal.timeout(CHECK_TIMEOUT_MS));
      if (!open) return { status: 'needs-reauthorisation', reason: 'This channel is not installed any more' };
      return await open.connector.health(open.context);
    } catch (error) {
      if (error instanceof SettingsError) return { status: 'needs-reauthorisation', reason: error.message };
      return { status: 'unreachable', reason: error instanceof Error ? error.message : 'unknown failure' };
    }
  }
}
