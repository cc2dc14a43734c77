import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';

/** Why nobody listened. */
export type GapReason = 'stopped' | 'down' | 'paused' | 'cursor-expired' | 'cursor-jumped';
/** Why a span cannot be had any more. */
export type LossReason = 'no-history' | 'too-old' | 'refused';

/** A span in which nobody listened to a connection and the platform kept nothing for us. */
export interface GapRow {
  readonly id: string;
  readonly connectionId: string;
  readonly from: Date;
  readonly to: Date;
  readonly reason: GapReason;
  readonly detail: string | null;
  readonly state: 'open' | 'recovered' | 'partly' | 'unrecoverable';
  readonly why: LossReason | null;
  readonly whyDetail: string | null;
  /** The part that is lost reaches from `from` to here. */
  readonly lostTo: Date | null;
  /** Events that fetching afterwards has brought. */
  readonly found: number;
  readonly failures: number;
  readonly cursor: string | null;
  readonly createdAt: Date;
}

export type NewGap = Pick<
  GapRow,
  'id' | 'connectionId' | 'from' | 'to' | 'reason' | 'detail' | 'state' | 'why'
> & {
  readonly lostTo: Date | null;
};

/** Somebody listens to a connection again. */
export interface Return {
  readonly connectionId: string;
  readonly channel: string;
  readonly from: Date;
  readonly to: Date;
  readonly reason: 'down' | 'paused' | null;
  readonly detail: string | null;
}

const COLUMNS = `id, connection_id as "connectionId", from_at as "from", to_at as "to", reason, detail, state, why,
  why_detail as "whyDetail", lost_to_at as "lostTo", found, failures, cursor, created_at as "createdAt"`;

@Injectable()
export class GapRepository {
  constructor(private readonly database: Database) {}

  /**
   * Notes that these connections are listened to now, as far as they are active and not known to be down.
   * @returns those to which nobody had listened for longer than `longestMs`
   */
  async beat(tx: Queryable, ids: readonly string[], longestMs: number): Promise<Return[]> {
    return tx.query<Return>(
      `with old as (
         select id, listened_at, absence_reason, absence_detail from connections
          where id = any($1::uuid[]) and status = 'active'
            and health_state not in ('needs-reauthorisation', 'unreachable')
          order by id for no key update)
       , beaten as (
         update connections c set listened_at = now(), absence_reason = null, absence_detail = null
           from old where c.id = old.id returning c.id, c.channel, c.listened_at)
       select b.id as "connectionId", b.channel, old.listened_at as "from", b.listened_at as "to",
              old.absence_reason as reason, old.absence_detail as detail
         from beaten b join old using (id)
        where old.listened_at < now() - $2 * interval '1 millisecond'`,
      [ids, longestMs],
    );
  }

  /** Why it will turn out that nobody listened; the first reason stands. */
  async noteAbsence(
    tx: Queryable,
    connectionId: string,
    reason: 'down' | 'paused',
    detail: string | null,
  ): Promise<void> {
    await tx.query(
      `update connections set absence_reason = $2, absence_detail = $3 where id = $1 and absence_reason is null`,
      [connectionId, reason, detail],
    );
  }

  async insert(tx: Queryable, gap: NewGap): Promise<void> {
    await tx.query(
      `insert into connection_gaps (id, connection_id, from_at, to_at, reason, detail, state, why, lost_to_at, closed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when $7 <> 'open' then now() end)`,
      [gap.id, gap.connectionId, gap.from, gap.to, gap.reason, gap.detail, gap.state, gap.why, gap.lostTo],
    );
  }

  /** Takes one open gap of these connections, so that no other worker fills it within `leaseMs`. */
  async claim(connectionIds: readonly string[], leaseMs: number): Promise<GapRow | null> {
    const [row] = await this.database.query<GapRow>(
      `update connection_gaps set next_attempt_at = now() + $2 * interval '1 millisecond'
        where id = (select id from connection_gaps
                     where state = 'open' and next_attempt_at <= now() and connection_id = any($1::uuid[])
                     order by next_attempt_at limit 1 for update skip locked)
        returning ${COLUMNS}`,
      [connectionIds, leaseMs],
    );
    return row ?? null;
  }

  async saveProgress(id: string, cursor: string | null, added: number, leaseMs: number): Promise<void> {
    await this.database.query(
      `update connection_gaps set cursor = $2, found = found + $3, failures = 0,
              next_attempt_at = now() + $4 * interval '1 millisecond' where id = $1`,
      [id, cursor, added, leaseMs],
    );
  }

  async postpone(id: string, until: Date): Promise<void> {
    await this.database.query(
      'update connection_gaps set failures = failures + 1, next_attempt_at = $2 where id = $1',
      [id, until],
    );
  }

  async close(
    tx: Queryable,
    id: string,
    end: Pick<GapRow, 'state' | 'why' | 'whyDetail' | 'lostTo'>,
  ): Promise<void> {
    await tx.query(
      `update connection_gaps set state = $2, why = $3, why_detail = $4, lost_to_at = $5, closed_at = now() where id = $1`,
      [id, end.state, end.why, end.whyDetail, end.lostTo],
    );
  }

  /** The latest of each connection, within 90 days; those that were made good only for a day. */
  async latest(limit: number): Promise<Map<string, GapRow[]>> {
    const rows = await this.database.query<GapRow>(
      `select g.* from connections c cross join lateral (
         select ${COLUMNS} from connection_gaps g
          where g.connection_id = c.id and created_at > now() - interval '90 days'
            and (state <> 'recovered' or closed_at > now() - interval '1 day')
          order by created_at desc limit $1) g order by g."createdAt" desc`,
      [limit],
    );
    const byConnection = new Map<string, GapRow[]>();
    for (const row of rows) {
      byConnection.set(row.connectionId, [...(byConnection.get(row.connectionId) ?? []), row]);
    }
    return byConnection;
  }
}
