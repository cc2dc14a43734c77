import { Injectable } from '@nestjs/common';
import { type Actor, userIdOf } from '@app/accounts';
import { dueDates, ReadClocksService } from '@app/clocks';
import {
  CaseworkRepository,
  ClockRepository,
  ReportFactsRepository,
  ReportMarkRepository,
  UNDOABLE_KINDS,
  type LastChange,
  type Queryable,
} from '@app/database';
import { CaseworkError } from './casework-error.js';
import { ChangeReportService, type Before } from './change-report.service.js';

const FEW_SECONDS_MS = 60_000;

/** Takes one's own last change of a report back, as long as nobody has built on it. */
@Injectable()
export class UndoChangeService {
  constructor(
    private readonly changes: ChangeReportService,
    private readonly casework: CaseworkRepository,
    private readonly marks: ReportMarkRepository,
    private readonly facts: ReportFactsRepository,
    private readonly clocks: ClockRepository,
    private readonly clockReader: ReadClocksService,
  ) {}

  /** @throws CaseworkError `not-found`, `report-changed`, `nothing-to-undo` */
  async undo(
    actor: Actor,
    reportId: string,
    /** `eventId`: only this change. */
    which: { readonly version: number; readonly eventId?: string; readonly withinMs?: number },
  ): Promise<void> {
    const { version, eventId, withinMs = FEW_SECONDS_MS } = which;
    await this.changes.change(actor, reportId, version, async (tx) => {
      const last = await this.marks.lastChange(tx, reportId);
      const before = last?.data['before'] as Before | undefined;
      const isOwn =
        last?.actorId === actor.id &&
        Date.now() - last.at.getTime() < withinMs &&
        (eventId === undefined || eventId === last.id);
      if (!last || !before || !isOwn || !UNDOABLE_KINDS.some((kind) => kind === last.kind)) {
        throw new CaseworkError(
          'nothing-to-undo',
          'It is too late to undo this, or somebody has gone on from it',
        );
      }
      await this.restore(tx, reportId, last, before, actor);
      return { kind: 'undone', data: { what: last.kind, agencyId: before.agencyId } };
    });
  }

  private async restore(
    tx: Queryable,
    reportId: string,
    { kind, data }: LastChange,
    before: Before,
    actor: Actor,
  ): Promise<void> {
    if (kind === 'assigned') return this.casework.assign(tx, reportId, before.assigneeId);
    if (kind === 'tagged') return this.marks.setTags(tx, reportId, before.tags);
    if (kind === 'snoozed') {
      const until = before.snoozedUntil === null ? null : new Date(before.snoozedUntil);
      return this.marks.snooze(tx, reportId, until, userIdOf(actor));
    }
    if (kind === 'topic-corrected') return this.facts.restoreTopic(tx, reportId, before.topic);
    if (kind === 'area-corrected') return this.facts.restoreArea(tx, reportId, before.area);
    if (kind === 'flags-corrected') {
      await this.casework.setFlags(tx, reportId, before.flags, before.flagsSource);
    } else if (kind === 'class-corrected') await this.marks.restoreClass(tx, reportId, before);
    else await this.marks.restore(tx, reportId, before);
    if (typeof data['dispositionId'] === 'string') {
      await this.marks.removeDisposition(tx, data['dispositionId']);
    }
    const question = await this.marks.clockQuestion(tx, reportId);
    if (question) {
      await this.clocks.setDue(tx, [
        { id: reportId, ...dueDates(question, await this.clockReader.rules(tx)) },
      ]);
    }
  }
}
