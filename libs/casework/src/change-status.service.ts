import { Injectable } from '@nestjs/common';
import { CaseworkRepository } from '@app/database';
import type { Actor } from '@app/accounts';
import { canMove, type ReportStatus } from '@app/report-model';
import { CaseworkError } from './casework-error.js';
import { ChangeReportService } from './change-report.service.js';

/** Verify, hold, hand over, close, archive, reopen. */
@Injectable()
export class ChangeStatusService {
  constructor(
    private readonly changes: ChangeReportService,
    private readonly casework: CaseworkRepository,
  ) {}

  /** @throws CaseworkError `not-found`, `report-changed`, `status-not-allowed` */
  async move(
    actor: Actor,
    reportId: string,
    move: { readonly status: ReportStatus; readonly note?: string | undefined; readonly version: number },
  ): Promise<void> {
    await this.changes.change(actor, reportId, move.version, async (tx, report) => {
      if (!canMove(report.status, move.status)) {
        throw new CaseworkError(
          'status-not-allowed',
          `A report cannot go from ${report.status} to ${move.status}`,
        );
      }
      await this.casework.setStatus(tx, reportId, move.status);
      return {
        kind: 'status-changed',
        data: { from: report.status, to: move.status, note: move.note ?? null },
      };
    });
  }
}
