import { Injectable } from '@nestjs/common';
import { type Actor, userIdOf } from '@app/accounts';
import {
  CaseworkRepository,
  ChangeFeedRepository,
  Database,
  MessageChangeRepository,
  newId,
  type Queryable,
  ReplyDraftRepository,
  ReplyFileRepository,
  ReplyRepository,
} from '@app/database';
import { JobPublisher } from '@app/queues';
import type { ReplyState } from '@app/report-model';
import { ApproveReplyService } from './approve-reply.service.js';
import { DescribeReplyOptionsService } from './describe-reply-options.service.js';
import { FindAnswerableService } from './find-answerable.service.js';
import { PlanAnswerService, type NewAnswer } from './plan-answer.service.js';
import { ReplyError } from './reply-error.js';

/** Runs what it is given in one transaction. */
type Within = (add: (tx: Queryable) => Promise<void>) => Promise<void>;

/** Puts an answer in line to be sent, or before a colleague's eyes. However often the same answer arrives, one is sent. */
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
    private readonly approval: ApproveReplyService,
    private readonly jobs: JobPublisher,
  ) {}

  /**
   * @param within a larger change of the report, of which the answer is a part: both happen, or neither
   * @returns where it stands, also when it was written before
   * @throws ReplyError `not-found`, `report-changed`, and those of {@link PlanAnswerService}
   */
  async write(
    actor: Actor,
    reportId: string,
    answer: NewAnswer,
    within: Within = (add) => this.database.transaction(add),
  ): Promise<ReplyState> {
    const { report, sender } = await this.answerable.find(actor, reportId);
    const text = await this.plan.textOf(report.connectionId, answer);
    const { idempotencyKey, template = null, fileIds = [], choices = [] } = answer;
    const id = newId();
    let outcome = { state: 'queued' as ReplyState, isNew: false };
    await within(async (tx) => {
      const locked = await this.casework.lock(tx, reportId);
      const known = await this.replies.byKey(tx, reportId, idempotencyKey);
      if (known) {
        outcome = { state: known.state, isNew: false };
        return;
      }
      if (locked?.version !== answer.version) {
        throw new ReplyError('report-changed', 'The report has changed since it was opened');
      }
      const target = await this.options.target(tx, reportId);
      if (!target) throw new ReplyError('reply-not-allowed', 'There is no message to answer');
      const options = await this.options.optionsOf(tx, sender, target);
      await this.plan.check(tx, reportId, options, answer);
      this.plan.measure(sender, options, answer, text);
      this.plan.guard(options, answer, text);
      const authorId = userIdOf(actor);
      const state = (await this.approval.isNeeded(tx, actor.role)) ? 'proposed' : 'queued';
      // Also the usual way, so that it stands in the answer which one it was.
      const mode = answer.mode ?? options.modes[0] ?? null;
      const sent = { text, mode, template, choices, state } as const;
      await this.replies.insert(tx, { id, reportId, target, authorId, idempotencyKey, ...sent });
      await this.files.attach(tx, id, fileIds);
      if (authorId !== null) await this.drafts.remove(tx, reportId, authorId);
      const kind = `reply-${state}`;
      const entry = { kind, actorKind: actor.kind, actorId: actor.id, data: { replyId: id } };
      await this.timeline.appendTimeline(tx, [{ reportId, ...entry }]);
      const asked = state === 'proposed' ? await this.approval.ask(tx, actor, reportId, text) : [];
      await this.changeFeed.append(tx, [
        { topic: 'report', entityId: reportId, kind, agencyId: report.agencyId },
        ...asked.map((userId) => ({ topic: 'user' as const, entityId: userId, kind: 'notice' })),
      ]);
      outcome = { state, isNew: true };
    });
    if (outcome.isNew && outcome.state === 'queued') await this.jobs.publish('send-reply', { replyId: id });
    return outcome.state;
  }
}
