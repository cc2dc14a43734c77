import { Injectable } from '@nestjs/common';
import { type Actor, userIdOf } from '@app/accounts';
import {
  AuditRepository,
  ChangeFeedRepository,
  CorrectionRepository,
  Database,
  type CorrectionRow,
} from '@app/database';
import { LearningError } from './learning-error.js';

/** What people decided on reports, and what of it is learnt. */
@Injectable()
export class ReviewCorrectionsService {
  constructor(
    private readonly database: Database,
    private readonly corrections: CorrectionRepository,
    private readonly audit: AuditRepository,
    private readonly changes: ChangeFeedRepository,
  ) {}

  /** Newest first. */
  list(before: string | null, limit: number): Promise<CorrectionRow[]> {
    return this.corrections.list(before, limit);
  }

  /** The report stays as it was decided; the next model does not learn from it. @throws LearningError `not-found` */
  async leaveOut(actor: Actor, id: string, isLeftOut: boolean): Promise<CorrectionRow> {
    return this.database.transaction(async (tx) => {
      const userId = userIdOf(actor);
      const isFound = await this.corrections.setLeftOut(tx, id, isLeftOut, userId);
      const row = isFound ? await this.corrections.byId(id, tx) : null;
      if (!row) throw new LearningError('not-found', 'No such decision, or a later one replaced it');
      await this.audit.append(tx, {
        actor,
        action: isLeftOut ? 'correction-left-out' : 'correction-taken-in',
        subject: `classification:${id}`,
        data: { reportId: row.reportId },
      });
      await this.changes.append(tx, [
        { topic: 'model', entityId: row.reportId, kind: 'correction-reviewed' },
      ]);
      return row;
    });
  }
}
