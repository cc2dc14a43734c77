import { Injectable } from '@nestjs/common';
import type { ReportClass, ReportFlags, ReportStatus } from '@app/report-model';
import type { Queryable } from '../database.js';
import { FLAGS_COLUMN } from './clock.repository.js';

/** A report as a change must see it: locked until the transaction ends. */
export interface LockedReport {
  readonly id: string;
  readonly version: number;
  readonly status: ReportStatus;
  readonly class: ReportClass;
  readonly flags: ReportFlags;
  readonly receivedAt: Date;
  readonly heldAt: Date | null;
  readonly heldDays: number;
  readonly agencyId: string | null;
  readonly assigneeId: string | null;
  readonly connectionId: string;
  readonly conversationId: string;
}

/** What people change on reports. */
@Injectable()
export class CaseworkRepository {
  async lock(tx: Queryable, reportId: string): Promise<LockedReport | null> {
    const [row] = await tx.query<LockedReport>(
      `select id, version, status, class, agency_id as "agencyId", assignee_id as "assigneeId",
              connection_id as "connectionId", conversation_id as "conversationId",
              received_at as "receivedAt", held_at as "heldAt", held_days as "heldDays", ${FLAGS_COLUMN}
         from reports where id = $1 for update`,
      [reportId],
    );
    return row ?? null;
  }

  async setClass(
    tx: Queryable,
    reportId: string,
    decision: { readonly class: ReportClass; readonly flags: ReportFlags; readonly userId: string | null },
  ): Promise<void> {
    await tx.query(
      `update reports set model_class = case when class_source = 'model' then class else model_class end,
              class = $2, class_source = 'person', confidence = 1, is_unsure = false, is_supervisory = $3,
              is_public_record = $4, is_urgent = $5, version = version + 1, updated_at = now() where id = $1`,
      [
        reportId,
        decision.class,
        decision.flags.supervisory,
        decision.flags.publicRecord,
        decision.flags.urgent,
      ],
    );
    await tx.query(
      `insert into classifications (report_id, source, class, confidence, flags, user_id)
       values ($1, 'person', $2, 1, $3::jsonb, $4)`,
      [reportId, decision.class, JSON.stringify(decision.flags), decision.userId],
    );
  }

  /** The class stays as undecided as it was. */
  async setFlags(
    tx: Queryable,
    reportId: string,
    flags: ReportFlags,
    source: 'model' | 'person',
  ): Promise<void> {
    await tx.query(
      `update reports set is_supervisory = $2, is_public_record = $3, is_urgent = $4, flags_source = $5,
              version = version + 1, updated_at = now() where id = $1`,
      [reportId, flags.supervisory, flags.publicRecord, flags.urgent, source],
    );
  }

  async setStatus(tx: Queryable, reportId: string, status: ReportStatus): Promise<void> {
    await tx.query(
      `update reports set status = $2, version = version + 1, updated_at = now(),
              closed_at = case when $2 in ('closed', 'archived') then now() end where id = $1`,
      [reportId, status],
    );
  }

  /** A disposition verifies a new report. */
  async dispose(
    tx: Queryable,
    reportId: string,
    disposition: {
      readonly id: string;
      readonly agencyId: string;
      readonly userId: string | null;
      readonly note: string | null;
    },
  ): Promise<void> {
    await tx.query(
      `update reports set agency_id = $2, status = case when status = 'new' then 'verified' else status end,
              version = version + 1, updated_at = now() where id = $1`,
      [reportId, disposition.agencyId],
    );
    await tx.query(
      'insert into dispositions (id, report_id, agency_id, user_id, note) values ($1, $2, $3, $4, $5)',
      [disposition.id, reportId, disposition.agencyId, disposition.userId, disposition.note],
    );
  }

  async assign(tx: Queryable, reportId: string, userId: string | null): Promise<void> {
    await tx.query(
      'update reports set assignee_id = $2, version = version + 1, updated_at = now() where id = $1',
      [reportId, userId],
    );
  }
}
