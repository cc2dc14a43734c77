import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';

/** Whether a report `r`, or its incident, is on hold: nothing of it may be erased. */
export const HELD = `(exists (select from legal_holds h where h.released_at is null and h.report_id = r.id)
  or exists (select from legal_holds h where h.released_at is null and h.incident_id = r.incident_id))`;

/** Whether an event `e` in quarantine belongs to a conversation with a report on hold. */
export const HELD_EVENT = `exists (select from conversations v join reports r on r.conversation_id = v.id
  where v.connection_id = e.connection_id and v.external_id = e.conversation_key and ${HELD})`;

/** Reports on hold, as ids: few, so that lists start from them. */
export const HELD_IDS = `(select h.report_id from legal_holds h where h.released_at is null and h.report_id is not null
  union select x.id from legal_holds h join reports x on x.incident_id = h.incident_id where h.released_at is null)`;

const LOCK = 860_031;

export interface LegalHoldRow {
  readonly id: string;
  readonly scope: 'report' | 'incident';
  readonly reason: string;
  readonly placedAt: Date;
  readonly placedBy: string | null;
}

/** Legal holds: what is on hold is erased by no rule and no request. */
@Injectable()
export class LegalHoldRepository {
  constructor(private readonly database: Database) {}

  /** Until the transaction ends, no hold is placed: what it erases is on hold nowhere. */
  async keepOut(tx: Queryable): Promise<void> {
    await tx.query('select pg_advisory_xact_lock_shared($1)', [LOCK]);
  }

  /** Those in force for a report, its incident's included. */
  async ofReport(reportId: string, on: Queryable = this.database): Promise<LegalHoldRow[]> {
    return on.query<LegalHoldRow>(
      `select h.id, case when h.report_id is null then 'incident' else 'report' end as scope, h.reason,
              h.placed_at as "placedAt", u.name as "placedBy"
         from reports r join legal_holds h on h.report_id = r.id or h.incident_id = r.incident_id
         left join users u on u.id = h.placed_by
        where r.id = $1 and h.released_at is null order by h.placed_at`,
      [reportId],
    );
  }

  /** Whether one of these incidents is on hold. */
  async areIncidentsHeld(tx: Queryable, incidentIds: readonly string[]): Promise<boolean> {
    const rows = await tx.query(
      'select from legal_holds where released_at is null and incident_id = any($1::uuid[])',
      [incidentIds],
    );
    return rows.length > 0;
  }

  /** Waits for what is being erased just now. @returns false when it is on hold already */
  async place(
    tx: Queryable,
    hold: {
      readonly id: string;
      readonly reportId: string | null;
      readonly incidentId: string | null;
      readonly reason: string;
      readonly userId: string | null;
    },
  ): Promise<boolean> {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const rows = await tx.query(
      `insert into legal_holds (id, report_id, incident_id, reason, placed_by) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning id`,
      [hold.id, hold.reportId, hold.incidentId, hold.reason, hold.userId],
    );
    return rows.length > 0;
  }

  /** @returns what was on hold; null when there is no such hold in force */
  async release(
    tx: Queryable,
    id: string,
    reason: string,
    userId: string | null,
  ): Promise<{ readonly reportId: string | null; readonly incidentId: string | null } | null> {
    const [row] = await tx.query<{ reportId: string | null; incidentId: string | null }>(
      `update legal_holds set released_at = now(), released_by = $3, release_reason = $2
        where id = $1 and released_at is null returning report_id as "reportId", incident_id as "incidentId"`,
      [id, reason, userId],
    );
    return row ?? null;
  }
}
