import { Injectable } from '@nestjs/common';
import type { ChannelInfo, Connection, SessionState } from '@app/api-contract';
import {
  describeFields,
  describeSpending,
  hostedApiPath,
  OpenConnectionService,
  RECENT_MS,
  secretFields,
  webhookPath,
} from '@app/connections';
import { ConnectorRegistry, startOfMonth, type Connector } from '@app/connector-kit';
import {
  ActivityRepository,
  ConnectionRepository,
  GapRepository,
  UsageRepository,
  type ConnectionRow,
  type GapRow,
  type SessionStateRow,
} from '@app/database';

const GAPS_SHOWN = 5;

/** Connections and channels as the contract has them; secrets never leave. */
@Injectable()
export class DescribeConnectionService {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly connections: ConnectionRepository,
    private readonly activity: ActivityRepository,
    private readonly gaps: GapRepository,
    private readonly usage: UsageRepository,
    private readonly opener: OpenConnectionService,
  ) {}

  channels(): ChannelInfo[] {
    return this.registry.all().map((connector) => ({
      code: connector.descriptor.code,
      displayName: connector.descriptor.displayName,
      costNote: connector.descriptor.costNote ?? null,
      riskNote: connector.descriptor.riskNote ?? null,
      fields: describeFields(connector),
      canPull: connector.pull !== undefined,
      canReceiveWebhooks: connector.webhook !== undefined,
      hasForm: connector.form !== undefined,
      canReply: connector.replies !== undefined,
      canBeAdded: !connector.descriptor.isHiddenFromAdmins,
      takesOverFrom: (connector.descriptor.succeeds ?? []).map(({ channel }) => channel),
    }));
  }

  /** @param maySeePairing whoever has the code can link the account */
  async list(publicUrl: string, maySeePairing: boolean): Promise<Connection[]> {
    const now = new Date();
    const [rows, counts, failures, gaps, usage] = await Promise.all([
      this.connections.all(),
      this.connections.setAsideCounts(),
      this.activity.failuresPerHour(),
      this.gaps.latest(GAPS_SHOWN),
      this.usage.all(startOfMonth(now), new Date(now.getTime() - RECENT_MS)),
    ]);
    const installed = rows.filter((row) => this.registry.has(row.channel));
    return installed.map((row) => {
      const connector = this.registry.get(row.channel);
      const { pending = 0, ignored = 0, quarantined = 0, pendingSince = null } = counts.get(row.id) ?? {};
      return {
        ...this.describe(row, connector, publicUrl, maySeePairing),
        health: describeHealth(row, failures.get(row.id) ?? 0),
        quiet: describeQuiet(row, now),
        gaps: (gaps.get(row.id) ?? []).map(describeGap),
        lagSeconds: pendingSince ? Math.max(0, (now.getTime() - pendingSince.getTime()) / 1_000) : 0,
        counts: {
          received: row.receivedCount,
          duplicates: row.duplicateCount,
          pending,
          ignored,
          quarantined,
        },
        spending: describeSpending(connector, row.settings, usage.get(row.id), now),
      };
    });
  }

  async one(id: string, publicUrl: string): Promise<Connection> {
    const found = (await this.list(publicUrl, true)).find((connection) => connection.id === id);
    if (!found) throw new Error(`Connection ${id} is not installed`);
    return found;
  }

  private describe(row: ConnectionRow, connector: Connector, publicUrl: string, maySeePairing: boolean) {
    const secrets = this.opener.secretsOf(row);
    return {
      id: row.id,
      channel: row.channel,
      name: row.name,
      status: row.status,
      session: row.sessionState && describeSession(row.sessionState, maySeePairing),
      lastEventAt: row.lastEventAt?.toISOString() ?? null,
      webhookUrl: connector.webhook ? publicUrl + webhookPath(row.id) : null,
      apiUrl: connector.api ? `${publicUrl}${hostedApiPath(row)}/${connector.api.startPath}` : null,
      formUrl: connector.form ? `${publicUrl}/lapor/${row.id}` : null,
      settings: { ...row.settings },
      deletionRule: row.deletionRule,
      secretsSet: Object.fromEntries(
        secretFields(connector).map((name) => [name, secrets[name] !== undefined]),
      ),
      createdAt: row.createdAt.toISOString(),
    };
  }
}

function describeSession(state: SessionStateRow, maySeePairing: boolean): SessionState {
  return {
    status: state.status,
    qr: (maySeePairing && state.qr) || null,
    code: (maySeePairing && state.code) || null,
    expiresAt: state.expiresAt ?? null,
    account: state.account ?? null,
    reason: state.reason ?? null,
  };
}

function describeHealth(row: ConnectionRow, failuresPerHour: number): Connection['health'] {
  return {
    state: row.healthState,
    reason: row.healthReason,
    account: row.healthAccount,
    checkedAt: row.healthCheckedAt?.toISOString() ?? null,
    since: row.healthSince.toISOString(),
    failuresPerHour,
  };
}

function describeGap(gap: GapRow): Connection['gaps'][number] {
  const { id, reason, detail, state, why, whyDetail, found } = gap;
  return {
    ...{ id, reason, detail, state, why, whyDetail, found },
    from: gap.from.toISOString(),
    to: gap.to.toISOString(),
    lostTo: gap.lostTo?.toISOString() ?? null,
  };
}

/** An event may have come since silence was last looked at. */
function describeQuiet(row: ConnectionRow, now: Date): Connection['quiet'] {
  const { quietSince, lastEventAt, usualGapSeconds } = row;
  if (!quietSince || !lastEventAt || usualGapSeconds === null || lastEventAt > quietSince) return null;
  return { usualGapSeconds, gapSeconds: (now.getTime() - lastEventAt.getTime()) / 1_000 };
}
