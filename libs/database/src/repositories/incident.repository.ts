import { Injectable } from '@nestjs/common';
import type { Queryable } from '../database.js';

export interface IncidentMember {
  readonly id: string;
  readonly agencyId: string | null;
  readonly ticketCode: string;
  readonly incidentId: string | null;
}

export interface IncidentJoin {
  readonly incidentId: string;
  readonly formerIncidentId: string | null;
  readonly reportIds: readonly string[];
}

const MEMBER = `id, agency_id as "agencyId", ticket_code as "ticketCode", incident_id as "incidentId"`;

/** Which reports people have joined as one incident. */
@Injectable()
export class IncidentRepository {
  /** Locks reports, in one order so that two joins cannot wait for each other. */
  async lock(tx: Queryable, reportIds: readonly string[]): Promise<IncidentMember[]> {
    return tx.query<IncidentMember>(
      `select ${MEMBER} from reports where id = any($1::uuid[]) order by id for update`,
      [reportIds],
    );
  }

  async members(on: Queryable, incidentId: string): Promise<IncidentMember[]> {
    return on.query<IncidentMember>(
      `select ${MEMBER} from reports where incident_id = $1 order by received_at, id`,
      [incidentId],
    );
  }

  async open(tx: Queryable, id: string, userId: string | null): Promise<void> {
    await tx.query('insert into incidents (id, user_id) values ($1, $2)', [id, userId]);
  }

  async setIncident(tx: Queryable, reportIds: readonly string[], incidentId: string | null): Promise<void> {
    await tx.query('update reports set incident_id = $2, updated_at = now() where id = any($1::uuid[])', [
      reportIds,
      incidentId,
    ]);
  }

  async insertJoin(
    tx: Queryable,
    join: IncidentJoin & { readonly id: string; readonly userId: string | null },
  ): Promise<void> {
    await tx.query(
      `insert into incident_joins (id, incident_id, former_incident_id, report_ids, user_id)
       values ($1, $2, $3, $4::uuid[], $5)`,
      [join.id, join.incidentId, join.formerIncidentId, join.reportIds, join.userId],
    );
  }

  /** Marks a join as undone. @returns null when there is none or it was undone before */
  async undoJoin(tx: Queryable, id: string): Promise<IncidentJoin | null> {
    const [row] = await tx.query<IncidentJoin>(
      `update incident_joins set undone_at = now() where id = $1 and undone_at is null
       returning incident_id as "incidentId", former_incident_id as "formerIncidentId", report_ids as "reportIds"`,
      [id],
    );
    return row ?? null;
  }

  async idOf(tx: Queryable, ticketCode: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>('select id from reports where ticket_code = $1', [
      ticketCode,
    ]);
    return row?.id ?? null;
  }

  /** @returns whether nobody had said so before */
  async refuse(tx: Queryable, reportId: string, otherId: string, userId: string | null): Promise<boolean> {
    const rows = await tx.query(
      `insert into incident_refusals (report_id, other_id, user_id)
       select $1::uuid, $2::uuid, $3::uuid union all select $2::uuid, $1::uuid, $3::uuid on conflict do nothing
       returning 1`,
      [reportId, otherId, userId],
    );
    return rows.length > 0;
  }

  /** @returns whether somebody had said so */
  async takeRefusalBack(tx: Queryable, reportId: string, otherId: string): Promise<boolean> {
    const rows = await tx.query(
      `delete from incident_refusals where (report_id, other_id) in (($1::uuid, $2::uuid), ($2::uuid, $1::uuid))
       returning 1`,
      [reportId, otherId],
    );
    return rows.length > 0;
  }
}
