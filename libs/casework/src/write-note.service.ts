import { Injectable } from '@nestjs/common';
import { type Actor, userIdOf } from '@app/accounts';
import {
  AccountRepository,
  CaseworkRepository,
  ChangeFeedRepository,
  Database,
  MessageChangeRepository,
  newId,
  ReportListRepository,
  ReportNoteRepository,
  UserNoticeRepository,
  type AccountRow,
} from '@app/database';
import { cleanText } from '@app/report-model';
import { CaseworkError } from './casework-error.js';
import { maySee } from './change-report.service.js';

/** So much of a note stands in the notice about it. */
const EXCERPT = 140;

/** Internal notes. A note is no change of the report: it stands in nobody's way who is answering. */
@Injectable()
export class WriteNoteService {
  constructor(
    private readonly database: Database,
    private readonly casework: CaseworkRepository,
    private readonly reports: ReportListRepository,
    private readonly notes: ReportNoteRepository,
    private readonly accounts: AccountRepository,
    private readonly notices: UserNoticeRepository,
    private readonly timeline: MessageChangeRepository,
    private readonly changeFeed: ChangeFeedRepository,
  ) {}

  /** However often the same note arrives, one is written. @throws CaseworkError `not-found` */
  async write(
    actor: Actor,
    reportId: string,
    note: { readonly text: string; readonly mentionIds: readonly string[]; readonly idempotencyKey: string },
  ): Promise<void> {
    const colleagues = await this.colleagues(actor, reportId);
    const told = colleagues.filter(({ id }) => note.mentionIds.includes(id)).map(({ id }) => id);
    const text = cleanText(note.text);
    await this.database.transaction(async (tx) => {
      const report = await this.casework.lock(tx, reportId);
      if (!report || !maySee(actor, report)) throw new CaseworkError('not-found', 'No such report');
      const { idempotencyKey } = note;
      const authorId = userIdOf(actor);
      const id = newId();
      const isNew = await this.notes.insert(tx, {
        id,
        reportId,
        authorId,
        idempotencyKey,
        text,
        mentionIds: told,
      });
      if (!isNew) return;
      const entry = { kind: 'noted', actorKind: actor.kind, actorId: actor.id, data: { noteId: id } };
      await this.timeline.appendTimeline(tx, [{ reportId, ...entry }]);
      const others = told.filter((userId) => userId !== actor.id);
      const detail = text.length > EXCERPT ? `${text.slice(0, EXCERPT).toWellFormed()}…` : text;
      await this.notices.raise(
        tx,
        others.map((userId) => ({ userId, reportId, actorId: authorId, kind: 'mentioned', detail })),
      );
      await this.changeFeed.append(tx, [
        { topic: 'report', entityId: reportId, kind: 'noted', agencyId: report.agencyId },
        ...others.map((userId) => ({ topic: 'user' as const, entityId: userId, kind: 'notice' })),
      ]);
    });
  }

  /** Who may see the report, by name. @throws CaseworkError `not-found` */
  async colleagues(actor: Actor, reportId: string): Promise<AccountRow[]> {
    const report = await this.reports.byId(reportId);
    if (!report || !maySee(actor, report)) throw new CaseworkError('not-found', 'No such report');
    return this.accounts.colleagues(report.agencyId);
  }
}
