import { Injectable } from '@nestjs/common';
import { dueDates, ReadClocksService } from '@app/clocks';
import { CaseworkRepository, ClockRepository, type LockedReport, type Queryable } from '@app/database';
import type { Actor } from '@app/accounts';
import { canMove, needOf, type ReportStatus } from '@app/report-model';
import { CaseworkError } from './casework-error.js';
import { ChangeReportService } from './change-report.service.js';

/** Verify, hold, hand over, close, archive, reopen. */
@Injectable()
export class ChangeStatusService {
  constructor(
    private readonly changes: ChangeReportService,
    private readonly casework: CaseworkRepository,
    private readonly clocks: ClockRepository,
    private readonly clockReader: ReadClocksService,
  ) {}

  /** @throws CaseworkError `not-found`, `report-changed`, `status-not-allowed` */
  async move(
    actor: Actor,
    reportId: string,
    move: {
      readonly status: ReportStatus;
      /** See {@link needOf}. */
      readonly note?: string | undefined;
      readonly version: number;
    },
    /** An answer that is part of the change. */
    answer: (tx: Queryable) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    await this.changes.change(actor, reportId, move.version, async (tx, report) => {
      if (!canMove(report.status, move.status)) {
        throw new CaseworkError(
          'status-not-allowed',
          `A report cannot go from ${report.status} to ${move.status}`,
        );
      }
      await answer(tx);
      await this.casework.setStatus(tx, reportId, move.status);
      if (move.status === 'on-hold') await this.clocks.hold(tx, reportId);
      else if (report.heldAt) await this.resume(tx, report, report.heldAt);
      return {
        kind: 'status-changed',
        data: { from: report.status, to: move.status, ...saidWith(move.status, move.note ?? null) },
      };
    });
  }

  /** The working days on hold do not count: the clocks run that much longer. */
  private async resume(tx: Queryable, report: LockedReport, heldAt: Date): Promise<void> {
    const rules = await this.clockReader.rules(tx);
    const heldDays = report.heldDays + rules.calendar.workingDaysBetween(heldAt, new Date());
    await this.clocks.release(tx, report.id, heldDays);
    await this.clocks.setDue(tx, [{ id: report.id, ...dueDates({ ...report, heldDays }, rules) }]);
  }
}

/** What the citizen reads has a name of its own: notes were promised to stay in the office. */
function saidWith(status: ReportStatus, note: string | null) {
  const need = needOf(status);
  return need === 'question' || need === 'addressee' ? { [need]: note } : { note };
}
