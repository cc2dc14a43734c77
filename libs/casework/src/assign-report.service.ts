import { Injectable } from '@nestjs/common';
import {
  AccountRepository,
  CaseworkRepository,
  ChangeFeedRepository,
  UserNoticeRepository,
} from '@app/database';
import { type Actor, userIdOf } from '@app/accounts';
import { CaseworkError } from './casework-error.js';
import { ChangeReportService } from './change-report.service.js';

/** Gives a report to a person, or to nobody. */
@Injectable()
export class AssignReportService {
  constructor(
    private readonly changes: ChangeReportService,
    private readonly casework: CaseworkRepository,
    private readonly accounts: AccountRepository,
    private readonly notices: UserNoticeRepository,
    private readonly changeFeed: ChangeFeedRepository,
  ) {}

  /** @throws CaseworkError `not-found` (report or user), `report-changed`, `forbidden` */
  async assign(
    actor: Actor,
    reportId: string,
    to: { readonly userId: string | null; readonly version: number },
  ): Promise<void> {
    if (actor.role === 'agency-member' && to.userId !== null && to.userId !== actor.id) {
      throw new CaseworkError('forbidden', 'A member of an agency can only take a report or let it go');
    }
    const user = to.userId ? await this.accounts.byId(to.userId) : null;
    if (to.userId && !user) throw new CaseworkError('not-found', 'No such user');
    await this.changes.change(actor, reportId, to.version, async (tx) => {
      await this.casework.assign(tx, reportId, to.userId);
      if (to.userId && to.userId !== actor.id) {
        const actorId = userIdOf(actor);
        const notice = { userId: to.userId, reportId, actorId, kind: 'assigned', detail: null } as const;
        await this.notices.raise(tx, [notice]);
        await this.changeFeed.append(tx, [{ topic: 'user', entityId: to.userId, kind: 'notice' }]);
      }
      return { kind: 'assigned', data: { userId: to.userId, userName: user?.name ?? null } };
    });
  }
}
