import { Injectable } from '@nestjs/common';
import {
  ChangeFeedRepository,
  ConversationRepository,
  Database,
  MessageChangeRepository,
  ReplyAttemptRepository,
  ReplyRepository,
  type Queryable,
  type ReplyToSend,
} from '@app/database';
import type { SentReply } from '@app/connector-kit';
import type { ClosedReason } from '@app/report-model';

interface Subject {
  readonly id: string;
  readonly reportId: string;
  readonly agencyId: string | null;
}

/** Writes what became of an answer: its state, its attempt, the report's timeline, the screens' feed, in one transaction. */
@Injectable()
export class RecordReplyOutcomeService {
  constructor(
    private readonly database: Database,
    private readonly replies: ReplyRepository,
    private readonly attempts: ReplyAttemptRepository,
    private readonly timeline: MessageChangeRepository,
    private readonly conversations: ConversationRepository,
    private readonly changeFeed: ChangeFeedRepository,
  ) {}

  async sent(reply: Subject, sent: SentReply): Promise<void> {
    const { externalId, permalink = null, status, furtherExternalIds = [] } = sent;
    await this.record(reply, `reply-${status}`, {}, async (tx) => {
      await this.replies.markSent(tx, reply.id, {
        externalId,
        permalink,
        isDelivered: status === 'delivered',
      });
      await this.attempts.addParts(tx, reply.id, furtherExternalIds);
      await this.attempts.settle(tx, reply.id, { outcome: status, problem: null, externalId });
    });
  }

  /** @param closes why nothing can be answered in its conversation from now on */
  async failed(reply: ReplyToSend, problem: string, closes?: ClosedReason): Promise<void> {
    await this.record(reply, 'reply-failed', { problem }, async (tx) => {
      const { connectionId, conversationExternalId: externalId, conversationLastInboundAt } = reply;
      const conversation = { connectionId, externalId, lastInboundAt: conversationLastInboundAt };
      if (closes) await this.conversations.close(tx, conversation, closes);
      await this.replies.setState(tx, reply.id, 'failed', problem);
      await this.attempts.settle(tx, reply.id, { outcome: 'failed', problem, externalId: null });
    });
  }

  /** The platform may or may not have it: a person decides. */
  async unknown(reply: Subject, problem: string): Promise<void> {
    await this.record(reply, 'reply-unknown', { problem }, async (tx) => {
      await this.replies.setState(tx, reply.id, 'unknown', problem);
      await this.attempts.settle(tx, reply.id, { outcome: 'unknown', problem, externalId: null });
    });
  }

  /** Certainly not sent; tried again at `at`. */
  async postponed(reply: Subject, problem: string, at: Date): Promise<void> {
    await this.record(reply, 'reply-postponed', { problem, at: at.toISOString() }, async (tx) => {
      await this.replies.setState(tx, reply.id, 'queued', problem, at);
      await this.attempts.settle(tx, reply.id, { outcome: 'postponed', problem, externalId: null });
    });
  }

  private async record(
    reply: Subject,
    kind: string,
    data: Record<string, unknown>,
    write: (tx: Queryable) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      await write(tx);
      await this.timeline.appendTimeline(tx, [
        { reportId: reply.reportId, kind, actorKind: 'system', data: { replyId: reply.id, ...data } },
      ]);
      await this.changeFeed.append(tx, [
        { topic: 'report', entityId: reply.reportId, kind, agencyId: reply.agencyId },
      ]);
    });
  }
}
