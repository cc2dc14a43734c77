import { Injectable } from '@nestjs/common';
import {
  CaseworkRepository,
  ChangeFeedRepository,
  Database,
  MessageChangeRepository,
  ReportMarkRepository,
  type EarlierState,
  type LockedReport,
  type Queryable,
} from '@app/database';
import type { Actor } from '@app/accounts';
import { CaseworkError } from './casework-error.js';

/** What one change adds to the report's timeline and to the feed that screens follow. */
export interface TimelineNote {
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What each entry of the timeline keeps, so that the change can be taken back. */
export type Before = EarlierState;

/**
 * The frame around every change that a person makes: lock the report, check that the person saw its latest state
 * and may touch it, change it, note who and when, tell the screens.
 */
@Injectable()
export class ChangeReportService {
  constructor(
    private readonly database: Database,
    private readonly casework: CaseworkRepository,
    private readonly marks: ReportMarkRepository,
    private readonly timeline: MessageChangeRepository,
    private readonly changeFeed: ChangeFeedRepository,
  ) {}

  /**
   * @param version the one the person saw
   * @param change returns what to note, or null when there was nothing to do
   * @throws CaseworkError `not-found`, `report-changed`
   */
  async change(
    actor: Actor,
    reportId: string,
    version: number,
    change: (tx: Queryable, report: LockedReport) => Promise<TimelineNote | null>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const report = await this.casework.lock(tx, reportId);
      if (!report || !maySee(actor, report)) throw new CaseworkError('not-found', 'No such report');
      if (report.version !== version) {
        throw new CaseworkError('report-changed', 'The report has changed since it was opened');
      }
      const before: Before = await this.marks.state(tx, reportId);
      const note = await change(tx, report);
      if (!note) return;
      await this.timeline.appendTimeline(tx, [
        {
          reportId,
          kind: note.kind,
          actorKind: actor.kind,
          actorId: actor.id,
          data: { ...note.data, before },
        },
      ]);
      const agencyId = typeof note.data['agencyId'] === 'string' ? note.data['agencyId'] : report.agencyId;
      const told = new Set([report.agencyId, agencyId]);
      await this.changeFeed.append(
        tx,
        [...told].map((agency) => ({
          topic: 'report',
          entityId: reportId,
          kind: note.kind,
          agencyId: agency,
        })),
      );
    });
  }
}

/** A member of an agency sees what was disposed to it, and nothing else. */
export function maySee(actor: Actor, report: { readonly agencyId: string | null }): boolean {
  return actor.role !== 'agency-member' || report.agencyId === actor.agencyId;
}
