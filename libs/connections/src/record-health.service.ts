import { Injectable } from '@nestjs/common';
import {
  ActivityRepository,
  ChangeFeedRepository,
  ConnectionRepository,
  Database,
  GapRepository,
  NoticeRepository,
  type HealthState,
} from '@app/database';
import { ConnectorError, FAILURE_POLICY, type ConnectorHealth } from '@app/connector-kit';

/** What to do after a connector failed, as the one policy table says. */
export interface FailureDecision {
  readonly retry: boolean;
  /** Stop fetching until a person changes the connection. */
  readonly pausesPull: boolean;
  readonly until: Date | null;
}

/** In these nothing comes in: admins are told, officers see a banner. */
export const DOWN_STATES: readonly HealthState[] = ['needs-reauthorisation', 'unreachable'];

/** The one place that acts on a connector's health and failures. */
@Injectable()
export class RecordHealthService {
  constructor(
    private readonly database: Database,
    private readonly connections: ConnectionRepository,
    private readonly activity: ActivityRepository,
    private readonly notices: NoticeRepository,
    private readonly gaps: GapRepository,
    private readonly changeFeed: ChangeFeedRepository,
  ) {}

  async record(connectionId: string, health: ConnectorHealth): Promise<void> {
    const reason = health.reason ?? null;
    await this.database.transaction(async (tx) => {
      const recorded = await this.connections.setHealth(tx, connectionId, {
        state: health.status,
        reason,
        account: 'account' in health ? (health.account ?? null) : null,
      });
      if (!recorded?.changed) return;
      if (DOWN_STATES.includes(health.status)) {
        await this.notices.raise(tx, connectionId, 'connection-down', { state: health.status, reason });
        await this.gaps.noteAbsence(tx, connectionId, 'down', reason);
      } else {
        await this.notices.resolve(tx, connectionId, 'connection-down');
      }
      await this.changeFeed.append(tx, [
        { topic: 'connection', entityId: connectionId, kind: 'health-changed' },
      ]);
    });
    if (health.status !== 'healthy') await this.activity.countFailure(connectionId);
  }

  async recordFailure(connectionId: string, error: unknown): Promise<FailureDecision> {
    const failure =
      error instanceof ConnectorError ? error : new ConnectorError('transient', messageOf(error));
    const policy = FAILURE_POLICY[failure.code];
    if (failure.isPaced) return { retry: true, pausesPull: false, until: failure.until ?? null };
    if (policy.health) await this.record(connectionId, { status: policy.health, reason: failure.message });
    if (failure.until) await this.connections.setRetryAt(connectionId, failure.until);
    return { retry: policy.retry, pausesPull: policy.pausesPull, until: failure.until ?? null };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown failure';
}
