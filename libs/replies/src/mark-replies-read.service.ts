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

  /** @param shown the answers that stood on the page; one that arrived since is not read yet */
  async markRead({ id: reportId, agencyId }: ReadReport, shown: readonly string[]): Promise<void> {
    if (shown.length === 0) return;
    await this.database.transaction(async (tx) => {
      const read = await this.replies.markRead(tx, reportId, shown);
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
