import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import {
  ChangeFeedRepository,
  Database,
  MessageChangeRepository,
  ReplyAttemptRepository,
  ReplyRepository,
} from '@app/database';
import { JobPublisher } from '@app/queues';
import { ReplyError } from './reply-error.js';

export type ReplyResolution = 'send-again' | 'mark-sent' | 'cancel' | 'check';

const TIMELINE_KIND = {
  'send-again': 'reply-queued',
  'mark-sent': 'reply-sent',
  cancel: 'reply-cancelled',
  check: 'reply-checked',
} as const satisfies Record<ReplyResolution, string>;

/** A person decides about an answer that failed or whose fate is unknown. */
@Injectable()
export class ResolveReplyService {
  constructor(
    private readonly database: Database,
    private readonly replies: ReplyRepository,
    private readonly attempts: ReplyAttemptRepository,
    private readonly timeline: MessageChangeRepository,
    private readonly changeFeed: ChangeFeedRepository,
    private readonly jobs: JobPublisher,
  ) {}

  /** @returns the report's id. @throws ReplyError `not-found`, `reply-not-open` */
  async resolve(actor: Actor, replyId: string, action: ReplyResolution): Promise<string> {
    const reportId = await this.database.transaction(async (tx) => {
      const reply = await this.replies.lock(tx, replyId);
      if (!reply || (actor.role === 'agency-member' && reply.agencyId !== actor.agencyId)) {
        throw new ReplyError('not-found', 'No such answer');
      }
      if (reply.state !== 'failed' && reply.state !== 'unknown') {
        throw new ReplyError('reply-not-open', 'This answer needs no decision');
      }
      if (action === 'check') {
        if (!(await this.attempts.requestCheck(tx, replyId))) {
          throw new ReplyError('reply-not-open', 'It is known what became of this answer');
        }
      } else if (action === 'mark-sent') {
        await this.replies.markSent(tx, replyId, { externalId: null, permalink: null, isDelivered: false });
      } else {
        await this.replies.setState(tx, replyId, action === 'cancel' ? 'cancelled' : 'queued', null);
      }
      const kind = TIMELINE_KIND[action];
      const entry = { kind, actorKind: actor.kind, actorId: actor.id, data: { replyId, decision: action } };
      await this.timeline.appendTimeline(tx, [{ reportId: reply.reportId, ...entry }]);
      await this.changeFeed.append(tx, [
        { topic: 'report', entityId: reply.reportId, kind, agencyId: reply.agencyId },
      ]);
      return reply.reportId;
    });
    if (action === 'check') await this.jobs.publish('check-reply', { replyId });
    if (action === 'send-again') await this.jobs.publish('send-reply', { replyId });
    return reportId;
  }
}
