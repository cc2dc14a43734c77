import { Injectable } from '@nestjs/common';
import { ChangeFeedRepository, Database, MessageChangeRepository, ReplyRepository } from '@app/database';
import type { SentReply } from '@app/connector-kit';

interface Subject {
  readonly id: string;
  readonly reportId: string;
  readonly agencyId: string | null;
}

/** Writes what became of an answer: its state, the report's timeline, the screens' feed, in one transaction. */
@Injectable()
export class RecordReplyOutcomeService {
  constructor(
    private readonly database: Database,
    private readonly replies: ReplyRepository,
    private readonly timeline: MessageChangeRepository,
    private readonly changeFeed: ChangeFeedRepository,
  ) {}

  async sent(reply: Subject, sent: SentReply): Promise<void> {
    await this.record(reply, `reply-${sent.status}`, {}, (tx) =>
      this.replies.markSent(tx, reply.id, {
        externalId: sent.externalId,
        permalink: sent.permalink ?? null,
        isDelivered: sent.status === 'delivered',
      }),
    );
  }

  async failed(reply: Subject, problem: string): Promise<void> {
    await this.record(reply, 'reply-failed', { problem }, (tx) =>
      this.replies.setState(tx, reply.id, 'failed', problem),
    );
  }

  /** The platform may or may not have it: a person decides. */
  async unknown(reply: Subject, problem: string): Promise<void> {
    await this.record(reply, 'reply-unknown', { problem }, (tx) =>
      this.replies.setState(tx, reply.id, 'unknown', problem),
    );
  }

  /** Certainly not sent; tried again at `at`. */
  async postponed(reply: Subject, problem: string, at: Date): Promise<void> {
    await this.record(reply, 'reply-postponed', { problem, at: at.toISOString() }, (tx) =>
      this.replies.setState(tx, reply.id, 'queued', problem, at),
    );
  }

  private async record(
    reply: Subject,
    kind: string,
    data: Record<string, unknown>,
    write: (tx: Parameters<Parameters<Database['transaction']>[0]>[0]) => Promise<void>,
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
