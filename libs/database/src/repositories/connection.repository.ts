import { Injectable } from '@nestjs/common';
import type { DeletionRule } from '@app/report-model';
import { Database, type Queryable } from '../database.js';

export type HealthState = 'unchecked' | 'healthy' | 'degraded' | 'needs-reauthorisation' | 'unreachable';

/** One configured account on a channel. */
export interface ConnectionRow {
  readonly id: string;
  readonly channel: string;
  readonly name: string;
  readonly status: 'active' | 'paused';
  readonly settings: Readonly<Record<string, unknown>>;
  /** Of messages that their authors delete; null: as the installation has it. */
  readonly deletionRule: DeletionRule | null;
  /** Sealed; see @app/connections. */
  readonly secrets: Buffer | null;
  readonly cursor: string | null;
  readonly healthState: HealthState;
  readonly healthReason: string | null;
  readonly healthAccount: string | null;
  readonly healthCheckedAt: Date | null;
  /** Nothing is fetched before this time (rate limit, budget). */
  readonly retryAt: Date | null;
  /** When the present state of health began. */
  readonly healthSince: Date;
  /** Silent for longer than usual since then; see ActivityRepository. */
  readonly quietSince: Date | null;
  readonly usualGapSeconds: number | null;
  readonly lastEventAt: Date | null;
  readonly receivedCount: number;
  readonly duplicateCount: number;
  /** What the worker that runs its session said last; null when none does. */
  readonly sessionState: SessionStateRow | null;
  /** Holds made-up messages only, and goes with them. */
  readonly isSample: boolean;
  readonly createdAt: Date;
  /** When an admin changed it last. */
  readonly updatedAt: Date;
}

export interface SessionStateRow {
  readonly status: 'connecting' | 'pairing' | 'open' | 'closed';
  readonly qr?: string | undefined;
  readonly code?: string | undefined;
  /** ISO 8601. */
  readonly expiresAt?: string | undefined;
  readonly account?: string | undefined;
  readonly reason?: string | undefined;
}

export interface SetAsideCounts {
  readonly pending: number;
  /** Arrival of the oldest pending event. */
  readonly pendingSince: Date | null;
  readonly ignored: number;
  readonly quarantined: number;
}

const COLUMNS = `id, channel, name, status, settings, deletion_rule as "deletionRule", secrets, cursor, health_state as "healthState",
  health_reason as "healthReason", health_account as "healthAccount", health_checked_at as "healthCheckedAt",
  retry_at as "retryAt", last_event_at as "lastEventAt", received_count::float8 as "receivedCount",
  duplicate_count::float8 as "duplicateCount", session_state as "sessionState", created_at as "createdAt",
  updated_at as "updatedAt", health_since as "healthSince", quiet_since as "quietSince",
  usual_gap_seconds as "usualGapSeconds", is_sample as "isSample"`;

@Injectable()
export class ConnectionRepository {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<ConnectionRow | null> {
    const [row] = await this.database.query<ConnectionRow>(
      `select ${COLUMNS} from connections where id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** Oldest first. */
  async all(): Promise<ConnectionRow[]> {
    return this.database.query<ConnectionRow>(`select ${COLUMNS} from connections order by created_at, id`);
  }

  async activeByChannel(channel: string): Promise<ConnectionRow[]> {
    return (await this.all()).filter((row) => row.channel === channel && row.status === 'active');
  }

  async insert(
    tx: Queryable,
    row: Pick<
      ConnectionRow,
      'id' | 'channel' | 'name' | 'status' | 'settings' | 'secrets' | 'deletionRule' | 'isSample'
    >,
  ): Promise<void> {
    await tx.query(
      `insert into connections (id, channel, name, status, settings, secrets, deletion_rule, is_sample)
       values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8)`,
      [
        row.id,
        row.channel,
        row.name,
        row.status,
        JSON.stringify(row.settings),
        row.secrets,
        row.deletionRule,
        row.isSample,
      ],
    );
  }

  async update(
    tx: Queryable,
    row: Pick<ConnectionRow, 'id' | 'name' | 'status' | 'settings' | 'secrets' | 'deletionRule'>,
  ): Promise<void> {
    await tx.query(
      `update connections set name = $2, status = $3, settings = $4::jsonb, secrets = $5, deletion_rule = $6, updated_at = now(),
              health_state = 'unchecked', health_reason = null, health_checked_at = null, retry_at = null
        where id = $1`,
      [row.id, row.name, row.status, JSON.stringify(row.settings), row.secrets, row.deletionRule],
    );
  }

  /**
   * Lets `change` see a connection's secrets and give new ones, one caller at a time.
   * @param change returns null to leave them; its failure leaves them, too
   */
  async changeSecrets(id: string, change: (row: ConnectionRow) => Promise<Buffer | null>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('secrets of ' || $1, 0))`, [id]);
      const [row] = await tx.query<ConnectionRow>(`select ${COLUMNS} from connections where id = $1`, [id]);
      const secrets = row && (await change(row));
      if (secrets) await tx.query('update connections set secrets = $2 where id = $1', [id, secrets]);
    });
  }

  /** @returns the state before, and whether it or its reason changed; null when there is no such connection */
  async setHealth(
    tx: Queryable,
    id: string,
    health: { readonly state: HealthState; readonly reason: string | null; readonly account: string | null },
  ): Promise<{ readonly before: HealthState; readonly changed: boolean } | null> {
    const [row] = await tx.query<{ before: HealthState; changed: boolean }>(
      `with old as (select id, health_state, health_reason, health_account from connections where id = $1 for update)
       update connections c set health_state = $2, health_reason = $3, health_account = coalesce($4, c.health_account),
              health_checked_at = now(),
              health_since = case when c.health_state = $2 then c.health_since else now() end
         from old where c.id = old.id
        returning old.health_state as before, (old.health_state, old.health_reason) is distinct from ($2, $3) as changed`,
      [id, health.state, health.reason, health.account],
    );
    return row ?? null;
  }

  /** @param state null when no worker runs the session any more */
  async setSessionState(tx: Queryable, id: string, state: SessionStateRow | null): Promise<void> {
    await tx.query('update connections set session_state = $2::jsonb where id = $1', [
      id,
      state && JSON.stringify(state),
    ]);
  }

  /** Takes those of `ids` whose health nobody has checked for `olderThanMs`, so that two workers do not both ask. */
  async claimForHealthCheck(ids: readonly string[], olderThanMs: number): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.query<{ id: string }>(
      `update connections set health_checked_at = now()
        where id = any($1::uuid[]) and status = 'active'
          and (health_checked_at is null or health_checked_at < now() - $2 * interval '1 millisecond')
        returning id`,
      [ids, olderThanMs],
    );
    return rows.map((row) => row.id);
  }

  /** Nothing is fetched before `until`; `null` lifts it. */
  async setRetryAt(id: string, until: Date | null): Promise<void> {
    await this.database.query('update connections set retry_at = $2 where id = $1', [id, until]);
  }

  /**
   * The platform no longer accepts where reading stopped: it starts again from what it still gives.
   * @returns when the last event came
   */
  async forgetCursor(tx: Queryable, id: string): Promise<Date | null> {
    const [row] = await tx.query<{ lastEventAt: Date | null }>(
      'update connections set cursor = null where id = $1 returning last_event_at as "lastEventAt"',
      [id],
    );
    return row?.lastEventAt ?? null;
  }

  /** Bounded: what is set aside stands in a partial index, and counting stops at 100,000. */
  async setAsideCounts(): Promise<Map<string, SetAsideCounts>> {
    const rows = await this.database.query<{ id: string } & SetAsideCounts>(
      `select c.id,
         (select count(*)::int from (select from raw_events e where e.connection_id = c.id and e.state = 'ignored' limit 100000) x) as ignored,
         (select count(*)::int from (select from raw_events e where e.connection_id = c.id and e.state = 'quarantined' limit 100000) x) as quarantined,
         coalesce(p.pending, 0)::int as pending, p.pending_since as "pendingSince"
       from connections c
       left join (select connection_id, count(*) as pending, min(received_at) as pending_since
                    from raw_events where state = 'pending' group by 1) p
         on p.connection_id = c.id`,
    );
    return new Map(rows.map(({ id, ...counts }) => [id, counts]));
  }
}
