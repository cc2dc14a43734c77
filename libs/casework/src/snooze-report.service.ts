import { Injectable } from '@nestjs/common';
import { type Actor, userIdOf } from '@app/accounts';
import {
  ChangeFeedRepository,
  Database,
  MessageChangeRepository,
  ReportMarkRepository,
  UserNoticeRepository,
} from '@app/database';
import { ChangeReportService } from './change-report.service.js';

const AT_ONCE = 100;

/** Lets a report rest, out of sight, until a time or until the citizen writes. Its legal clocks run on. */
@Injectable()
export class SnoozeReportService {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeReportService,
    private readonly marks: ReportMarkRepository,
    private readonly notices: UserNoticeRepository,
    private readonly timeline: MessageChangeRepository,
    private readonly changeFeed: ChangeFeedRepository,
  ) {}

  /** @param to.until null: no longer. @throws CaseworkError `not-found`, `report-changed` */
  async snooze(
    actor: Actor,
    reportId: string,
    to: { readonly until: Date | null; readonly version: number },
  ): Promise<void> {
    await this.changes.change(actor, reportId, to.version, async (tx) => {
      await this.marks.snooze(tx, reportId, to.until, userIdOf(actor));
      return { kind: 'snoozed', data: { until: to.until?.toISOString() ?? null } };
    });
  }

  /** Brings back what has rested long enough, and tells who sent it to rest. */
  async wakeDue(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const woken = await this.marks.wakeDue(tx, AT_ONCE);
      await this.timeline.appendTimeline(
        tx,
        woken.map(({ id }) => ({ reportId: id, kind: 'woken', actorKind: 'system', data: {} })),
      );
      const told = woken.flatMap(({ id, snoozedBy }) =>
        snoozedBy ? [{ reportId: id, userId: snoozedBy }] : [],
      );
      await this.notices.raise(
        tx,
        told.map((one) => ({ ...one, actorId: null, kind: 'woken', detail: null })),
      );
      await this.changeFeed.append(tx, [
        ...woken.map(({ id, agencyId }) => ({
          topic: 'report' as const,
          entityId: id,
          kind: 'woken',
          agencyId,
        })),
        ...told.map(({ userId }) => ({ topic: 'user' as const, entityId: userId, kind: 'notice' })),
      ]);
    });
  }
}
