import { Injectable } from '@nestjs/common';
import { AgencyRepository, CaseworkRepository, newId } from '@app/database';
import { type Actor, userIdOf } from '@app/accounts';
import { CaseworkError } from './casework-error.js';
import { ChangeReportService } from './change-report.service.js';

/** Disposisi: sends a report to the agency that is to act on it. */
@Injectable()
export class DisposeReportService {
  constructor(
    private readonly changes: ChangeReportService,
    private readonly casework: CaseworkRepository,
    private readonly agencies: AgencyRepository,
  ) {}

  /** @throws CaseworkError `not-found` (report or agency), `report-changed` */
  async dispose(
    actor: Actor,
    reportId: string,
    to: { readonly agencyId: string; readonly note?: string | undefined; readonly version: number },
  ): Promise<void> {
    const agency = await this.agencies.byId(to.agencyId);
    if (!agency?.isActive) throw new CaseworkError('not-found', 'No such agency');
    await this.changes.change(actor, reportId, to.version, async (tx, report) => {
      const dispositionId = newId();
      await this.casework.dispose(tx, reportId, {
        id: dispositionId,
        agencyId: agency.id,
        userId: userIdOf(actor),
        note: to.note ?? null,
      });
      return {
        kind: 'disposed',
        data: {
          agencyId: agency.id,
          agencyName: agency.name,
          dispositionId,
          fromAgencyId: report.agencyId,
          note: to.note ?? null,
        },
      };
    });
  }
}
