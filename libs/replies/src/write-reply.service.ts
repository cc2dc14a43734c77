import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import {
  CaseworkRepository,
  ChangeFeedRepository,
  Database,
  MessageChangeRepository,
  newId,
  ReplyRepository,
  ReportListRepository,
} from '@app/database';
import { JobPublisher } from '@app/queues';
import { cleanText } from '@app/report-model';
import { DescribeReplyOptionsService } from './describe-reply-options.service.js';
import { ReplyError } from './reply-error.js';

export interface NewAnswer {
  readonly text: string;
  /** Made by the screen once per answer. */
  readonly idempotencyKey: string;
  /** Of the report, as the officer saw it. */
  readonly version: number;
}

/** Puts an answer in line to be sent. However often the same answer arrives, one is sent. */
@Injectable()
export class WriteReplyService {
  constructor(
    private readonly database: Database,
    private readonly replies: ReplyRepository,
    private readonly reports: ReportListRepository,
    private readonly casework: CaseworkRepository,
    private readonly timeline: MessageChangeRepository,
    private readonly changeFeed: ChangeFeedRepository,
    private readonly options: DescribeReplyOptionsService,
    private readonly jobs: JobPublisher,
  ) {}

  /** @throws ReplyError `not-found`, `report-changed`, `reply-not-allowed`, `reply-too-long` */
  async write(actor: Actor, reportId: string, answer: NewAnswer): Promise<void> {
    const report = await this.reports.byId(reportId);
    const sender = report && this.options.senderOf(report.channel);
    if (!report || (actor.role === 'agency-member' && report.agencyId !== actor.agencyId)) {
      throw new ReplyError('not-found', 'No such report');
    }
    if (!sender) throw new ReplyError('reply-not-allowed', 'This channel only receives messages');
    const text = cleanText(answer.text);
    if (sender.countLength(text) > sender.maxTextLength) {
      throw new ReplyError('reply-too-long', `The channel takes at most ${sender.maxTextLength} characters`);
    }
    const id = newId();
    const isNew = await this.database.transaction(async (tx) => {
      const locked = await this.casework.lock(tx, reportId);
      if (await this.replies.byKey(tx, reportId, answer.idempotencyKey)) return false;
      if (locked?.version !== answer.version) {
        throw new ReplyError('report-changed', 'The report has changed since it was opened');
      }
      const target = await this.options.target(tx, reportId);
      if (!target) throw new ReplyError('reply-not-allowed', 'There is no message to answer');
      const { isAllowed, reason } = this.options.optionsOf(sender, target);
      if (!isAllowed)
        throw new ReplyError('reply-not-allowed', reason?.en ?? 'Answering is not possible now');
      const { idempotencyKey } = answer;
      const authorId = actor.kind === 'user' ? actor.id : null;
      await this.replies.insert(tx, { id, reportId, target, authorId, idempotencyKey, text });
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
