import { Injectable } from '@nestjs/common';
import { ChangeFeedRepository, Database, MessageChangeRepository, ReplyRepository } from '@app/database';

/** Whom the answers belong to. */
export interface ReadReport {
  readonly id: string;
  readonly agencyId: string | null;
}

/** The citizen has opened our own page with the answers. */
@Injectable()
export class MarkRepliesReadService {
  constructor(
    private readonly database: Database,
    private readonly replies: ReplyRepository,
    private readonly timeline: MessageChangeRepository,
    private readonly changeFeed: ChangeFeedRepository,
  ) {}

  async markRead({ id: reportId, agencyId }: ReadReport): Promise<void> {
    await this.database.transaction(async (tx) => {
      const read = await this.replies.markRead(tx, reportId);
      if (read.length === 0) return;
      await this.timeline.appendTimeline(
        tx,
        read.map((replyId) => ({ reportId, kind: 'reply-read', actorKind: 'citizen', data: { replyId } })),
      );
      await this.changeFeed.append(tx, [
        { topic: 'report', entityId: reportId, kind: 'reply-read', agencyId },
      ]);
    });
  }
}
