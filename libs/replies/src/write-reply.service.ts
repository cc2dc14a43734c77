import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import {
  CaseworkRepository,
  ChangeFeedRepository,
  Database,
  MessageChangeRepository,
  newId,
  ReplyDraftRepository,
  ReplyFileRepository,
  ReplyRepository,
} from '@app/database';
import { JobPublisher } from '@app/queues';
import { DescribeReplyOptionsService } from './describe-reply-options.service.js';
import { FindAnswerableService } from './find-answerable.service.js';
import { PlanAnswerService, type NewAnswer } from './plan-answer.service.js';
import { ReplyError } from './reply-error.js';

/** Puts an answer in line to be sent. However often the same answer arrives, one is sent. */
@Injectable()
export class WriteReplyService {
  constructor(
    private readonly database: Database,
    private readonly replies: ReplyRepository,
    private readonly files: ReplyFileRepository,
    private readonly drafts: ReplyDraftRepository,
    private readonly casework: CaseworkRepository,
    private readonly timeline: MessageChangeRepository,
    private readonly changeFeed: ChangeFeedRepository,
    private readonly answerable: FindAnswerableService,
    private readonly options: DescribeReplyOptionsService,
    private readonly plan: PlanAnswerService,
    private readonly jobs: JobPublisher,
  ) {}

  /** @throws ReplyError `not-found`, `report-changed`, and those of {@link PlanAnswerService} */
  async write(actor: Actor, reportId: string, answer: NewAnswer): Promise<void> {
    const { report, sender } = await this.answerable.find(actor, reportId);
    const text = await this.plan.textOf(sender, report.connectionId, answer);
    const { idempotencyKey, mode = null, template = null, fileIds = [] } = answer;
    const id = newId();
    const isNew = await this.database.transaction(async (tx) => {
      const locked = await this.casework.lock(tx, reportId);
      if (await this.replies.byKey(tx, reportId, idempotencyKey)) return false;
      if (locked?.version !== answer.version) {
        throw new ReplyError('report-changed', 'The report has changed since it was opened');
      }
      const target = await this.options.target(tx, reportId);
      if (!target) throw new ReplyError('reply-not-allowed', 'There is no message to answer');
      await this.plan.check(tx, reportId, await this.options.optionsOf(tx, sender, target), answer);
      const authorId = actor.kind === 'user' ? actor.id : null;
      await this.replies.insert(tx, { id, reportId, target, authorId, idempotencyKey, text, mode, template });
      await this.files.attach(tx, id, fileIds);
      if (authorId !== null) await this.drafts.remove(tx, reportId, authorId);
      const entry = { kind: 'reply-queued', actorKind: actor.kind, actorId: actor.id, data: { replyId: id } };
      await this.timeline.appendTimeline(tx, [{ reportId, ...entry }]);
      await this.changeFeed.append(tx, [
        { topic: 'report', entityId: reportId, kind: 'reply-queued', agencyId: report.agencyId },
      ]);
      return true;
    });
    if (isNew) await this.jobs.publish('send-reply', { replyId: id });
  }
}
