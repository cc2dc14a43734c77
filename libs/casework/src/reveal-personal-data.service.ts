import { Injectable } from '@nestjs/common';
import { AuditRepository, CaseworkRepository, Database, MessageChangeRepository } from '@app/database';
import type { Actor } from '@app/accounts';
import { CaseworkError } from './casework-error.js';
import { maySee } from './change-report.service.js';

/** Who looks behind the masks is written down first: in the report's timeline and in the audit log. */
@Injectable()
export class RevealPersonalDataService {
  constructor(
    private readonly database: Database,
    private readonly casework: CaseworkRepository,
    private readonly timeline: MessageChangeRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** @throws CaseworkError `not-found`, also for reports the actor may not see */
  async note(actor: Actor, reportId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const report = await this.casework.lock(tx, reportId);
      if (!report || !maySee(actor, report)) throw new CaseworkError('not-found', 'No such report');
      await this.timeline.appendTimeline(tx, [
        { reportId, kind: 'personal-data-revealed', actorKind: actor.kind, actorId: actor.id, data: {} },
      ]);
      await this.audit.append(tx, { actor, action: 'personal-data-revealed', subject: `report:${reportId}` });
    });
  }
}
