import { Injectable } from '@nestjs/common';
import type { ReportClass, ReportFlags } from '@app/report-model';
import type { Queryable } from '../database.js';
import { updateRows } from '../insert-rows.js';

/** The legal clocks that run for a report; null where none does. */
export interface DueDates {
  readonly verificationDueAt: Date | null;
  readonly answerDueAt: Date | null;
  readonly completionDueAt: Date | null;
  /** The holidays of some year on the way are not known yet. */
  readonly isDueProvisional: boolean;
}

export const FLAGS_COLUMN = `json_build_object('supervisory', is_supervisory, 'publicRecord', is_public_record,
  'urgent', is_urgent) as flags`;

/** What the clocks of a report are counted from. */
export interface ClockedReport {
  readonly id: string;
  readonly class: ReportClass;
  readonly flags: ReportFlags;
  readonly receivedAt: Date;
  readonly heldDays: number;
}

@Injectable()
export class ClockRepository {
  async setDue(tx: Queryable, reports: readonly (DueDates & { readonly id: string })[]): Promise<void> {
    await updateRows(
      tx,
      'reports',
      { id: 'uuid', ...DUE_COLUMNS },
      reports.map((report) => ({ id: report.id, ...dueColumns(report) })),
      `verification_due_at = r.verification_due_at, answer_due_at = r.answer_due_at,
       completion_due_at = r.completion_due_at, is_due_provisional = r.is_due_provisional, updated_at = now()`,
      't.id = r.id',
    );
  }

  /** Open reports in the order of their ids, locked, with what their clocks are counted from. */
  async openAfter(tx: Queryable, id: string, limit: number): Promise<ClockedReport[]> {
    return tx.query<ClockedReport>(
      `select id, class, ${FLAGS_COLUMN}, received_at as "receivedAt", held_days as "heldDays" from reports
        where id > $1 and status in ('new', 'verified', 'in-progress', 'on-hold')
        order by id limit $2 for no key update`,
      [id, limit],
    );
  }

  /** The report waits for the citizen from now on. */
  async hold(tx: Queryable, reportId: string): Promise<void> {
    await tx.query('update reports set held_at = now() where id = $1', [reportId]);
  }

  /** It waits no longer: `heldDays` working days in all did not count. */
  async release(tx: Queryable, reportId: string, heldDays: number): Promise<void> {
    await tx.query('update reports set held_at = null, held_days = $2 where id = $1', [reportId, heldDays]);
  }
}

export const DUE_COLUMNS = {
  verification_due_at: 'timestamptz',
  answer_due_at: 'timestamptz',
  completion_due_at: 'timestamptz',
  is_due_provisional: 'boolean',
};

export function dueColumns(due: DueDates | undefined): Record<string, unknown> {
  return {
    verification_due_at: due?.verificationDueAt,
    answer_due_at: due?.answerDueAt,
    completion_due_at: due?.completionDueAt,
    is_due_provisional: due?.isDueProvisional,
  };
}
