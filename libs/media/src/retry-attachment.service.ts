import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { AttachmentRepository, ChangeFeedRepository, Database } from '@app/database';
import { JobPublisher } from '@app/queues';
import { MediaError } from './media-error.js';

/** A person asks for a file again: after a setting was changed, or when waiting is too long. */
@Injectable()
export class RetryAttachmentService {
  constructor(
    private readonly database: Database,
    private readonly attachments: AttachmentRepository,
    private readonly changeFeed: ChangeFeedRepository,
    private readonly jobs: JobPublisher,
  ) {}

  /** @returns the report's id. @throws MediaError `not-found`, `attachment-not-open` */
  async retry(actor: Actor, attachmentId: string): Promise<string> {
    const row = await this.attachments.file(attachmentId);
    if (!row || (actor.role === 'agency-member' && row.agencyId !== actor.agencyId)) {
      throw new MediaError('not-found', 'No such attachment');
    }
    const { reportId, agencyId } = row;
    await this.database.transaction(async (tx) => {
      if (!(await this.attachments.startOver(tx, attachmentId))) {
        throw new MediaError('attachment-not-open', 'This file is here, or there is none');
      }
      await this.changeFeed.append(tx, [
        { topic: 'report', entityId: reportId, kind: 'attachment-pending', agencyId },
      ]);
    });
    await this.jobs.publish('fetch-media', { attachmentId });
    return reportId;
  }
}
