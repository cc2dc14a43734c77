import { Injectable } from '@nestjs/common';
import { ConnectionRepository, type ConnectionRow } from '@app/database';
import type { ConnectorHealth } from '@app/connector-kit';
import { SettingsError } from './connection-settings.js';
import { OpenConnectionService, type OpenConnection } from './open-connection.service.js';
import { keepsSession, OpenSessions } from './open-sessions.js';
import { RecordHealthService } from './record-health.service.js';

const CHECK_TIMEOUT_MS = 20_000;
/** Opening a session may take so long before it counts as a failure. */
const OPENING_MS = 45_000;
/** After so many missed checks the worker that held a session is taken for gone. */
const MISSED_CHECKS = 3;

/**
 * Asks platforms whether connections work, and shows the answer. A connection with a session is asked about by the
 * worker that holds it.
 */
@Injectable()
export class CheckHealthService {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly opener: OpenConnectionService,
    private readonly sessions: OpenSessions,
    private readonly health: RecordHealthService,
  ) {}

  /** Checks every active connection that nobody has checked for `olderThanMs`. */
  async checkDue(olderThanMs: number): Promise<void> {
    const rows = (await this.connections.all()).filter(({ status }) => status === 'active');
    const due = rows.filter((row) => {
      const isElsewhere = this.isSession(row) && !this.sessions.isHeld(row.id);
      const since = row.healthCheckedAt ?? (isElsewhere ? row.updatedAt : null);
      return (since?.getTime() ?? 0) < Date.now() - olderThanMs * (isElsewhere ? MISSED_CHECKS : 1);
    });
    const claimed = await this.connections.claimForHealthCheck(
      due.map(({ id }) => id),
      olderThanMs,
    );
    await Promise.all(claimed.map((id) => this.check(id)));
  }

  async check(connectionId: string): Promise<void> {
    const health = await this.ask(connectionId);
    if (health !== 'as-it-was') await this.health.record(connectionId, health);
  }

  private async ask(connectionId: string): Promise<ConnectorHealth | 'as-it-was'> {
    try {
      const open = await this.opener.byId(connectionId, AbortSignal.timeout(CHECK_TIMEOUT_MS));
      if (!open) return { status: 'needs-reauthorisation', reason: 'This channel is not installed any more' };
      if (!keepsSession(open)) return await open.connector.health(open.context);
      const health = this.whileClosed(open) ?? (await open.connector.health(open.context));
      const isStale = this.sessions.of(connectionId) !== open.context.session;
      return isStale ? 'as-it-was' : health;
    } catch (error) {
      if (error instanceof SettingsError) return { status: 'needs-reauthorisation', reason: error.message };
      return { status: 'unreachable', reason: error instanceof Error ? error.message : 'unknown failure' };
    }
  }

  /** What a session that is not open here says by itself; null: the connector is asked. */
  private whileClosed({ row, context }: OpenConnection): ConnectorHealth | 'as-it-was' | null {
    const state = this.sessions.stateOf(row.id);
    if (context.session !== null || state?.status === 'open') return null;
    // Given up: only the platform can say whether what was wrong has been mended.
    if (!state) return row.healthState === 'needs-reauthorisation' ? null : NOT_HELD;
    if (state.status === 'pairing') return NOT_LINKED;
    const isSlow = state.status === 'connecting' && this.sessions.statusAgeMs(row.id) > OPENING_MS;
    // Why it was closed tells more than that it takes long to open again.
    return isSlow && row.healthState !== 'unreachable' ? STILL_OPENING : 'as-it-was';
  }

  private isSession(row: ConnectionRow): boolean {
    try {
      return keepsSession(this.opener.open(row));
    } catch {
      return false;
    }
  }
}

const NOT_LINKED = {
  status: 'needs-reauthorisation',
  reason: 'The account is not linked yet: link it with the code that is shown with this connection',
} as const;
const NOT_HELD = { status: 'unreachable', reason: 'No worker keeps this connection open' } as const;
const STILL_OPENING = { status: 'unreachable', reason: 'The connection is still being opened' } as const;
