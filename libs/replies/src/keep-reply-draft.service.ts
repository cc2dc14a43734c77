import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { Database, ReplyDraftRepository, ReportListRepository, type ReplyDraftRow } from '@app/database';
import { ReplyError } from './reply-error.js';

/** Answers that are not finished, kept so that they can be finished at another desk. A program has none. */
@Injectable()
export class KeepReplyDraftService {
  constructor(
    private readonly database: Database,
    private readonly drafts: ReplyDraftRepository,
    private readonly reports: ReportListRepository,
  ) {}

  /** @throws ReplyError `not-found` */
  async find(actor: Actor, reportId: string): Promise<ReplyDraftRow | null> {
    await this.check(actor, reportId);
    return actor.kind === 'user' ? this.drafts.find(reportId, actor.id) : null;
  }

  /** @param draft null: forget it. @throws ReplyError `not-found` */
  async keep(actor: Actor, reportId: string, draft: ReplyDraftRow | null): Promise<void> {
    await this.check(actor, reportId);
    if (actor.kind !== 'user') return;
    if (draft === null) await this.drafts.remove(this.database, reportId, actor.id);
    else {
      const { id: userId } = actor;
      await this.database.transaction((tx) => this.drafts.keep(tx, { reportId, userId, ...draft }));
    }
  }

  private async check(actor: Actor, reportId: string): Promise<void> {
    const report = await this.reports.byId(reportId);
    if (!report || (actor.role === 'agency-member' && report.agencyId !== actor.agencyId)) {
      throw new ReplyError('not-found', 'No such report');
    }
  }
}
