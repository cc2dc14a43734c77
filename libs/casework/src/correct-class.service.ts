import { Injectable } from '@nestjs/common';
import { dueDates, ReadClocksService } from '@app/clocks';
import { CaseworkRepository, ClockRepository } from '@app/database';
import { type Actor, userIdOf } from '@app/accounts';
import type { ReportClass, ReportFlags } from '@app/report-model';
import { ChangeReportService } from './change-report.service.js';

/**
 * A person decides the class, or only sets flags; the classifier's opinion stays beside it, the legal clocks follow the
 * person's.
 */
@Injectable()
export class CorrectClassService {
  constructor(
    private readonly changes: ChangeReportService,
    private readonly casework: CaseworkRepository,
    private readonly clocks: ClockRepository,
    private readonly clockReader: ReadClocksService,
  ) {}

  /** @throws CaseworkError `not-found`, `report-changed` */
  async correct(
    actor: Actor,
    reportId: string,
    decision: {
      /** Absent: it stays as it is, and as undecided. */
      readonly class?: ReportClass | undefined;
      readonly flags?: Partial<ReportFlags> | undefined;
      readonly version: number;
    },
  ): Promise<void> {
    await this.changes.change(actor, reportId, decision.version, async (tx, report) => {
      const flags = { ...report.flags, ...decision.flags };
      const userId = userIdOf(actor);
      const decided = decision.class;
      if (decided === undefined) await this.casework.setFlags(tx, reportId, flags, 'person');
      else await this.casework.setClass(tx, reportId, { class: decided, flags, userId });
      const question = { ...report, class: decided ?? report.class, flags };
      const due = dueDates(question, await this.clockReader.rules(tx));
      await this.clocks.setDue(tx, [{ id: reportId, ...due }]);
      const set = { flagsFrom: report.flags, flagsTo: flags };
      return decided === undefined
        ? { kind: 'flags-corrected', data: set }
        : { kind: 'class-corrected', data: { from: report.class, to: decided, ...set } };
    });
  }
}
