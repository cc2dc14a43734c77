import { Injectable } from '@nestjs/common';
import {
  AttachmentRepository,
  Database,
  FormPhotoRepository,
  MediaFileRepository,
  ReplyFileRepository,
} from '@app/database';
import { FetchAttachmentService } from './fetch-attachment.service.js';
import { MediaFolder } from './media-folder.js';

/** A waiting attachment this old has lost its job. */
const LOST_JOB_MS = 10_000;
const AT_ONCE = 4;
const BATCH = 100;
/** Uploaded for an answer that was never sent, or removed with its message. */
const UNUSED_MS = 24 * 3_600_000;

/** Finds attachments that nobody is fetching, and files that nobody needs. */
@Injectable()
export class SweepMediaService {
  constructor(
    private readonly database: Database,
    private readonly attachments: AttachmentRepository,
    private readonly files: MediaFileRepository,
    private readonly replyFiles: ReplyFileRepository,
    private readonly formPhotos: FormPhotoRepository,
    private readonly folder: MediaFolder,
    private readonly fetcher: FetchAttachmentService,
  ) {}

  /** Here, not by another job: the queue may be what is broken. One that has a job after all is fetched once. */
  async fetchOverdue(): Promise<void> {
    const overdue = await this.attachments.overdue(LOST_JOB_MS, BATCH);
    const fetch = async (): Promise<void> => {
      for (let id = overdue.shift(); id !== undefined; id = overdue.shift()) await this.fetcher.fetch(id);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, fetch));
  }

  /** @param unusedForMs how long a file must have been without use */
  async removeUnused(unusedForMs: number = UNUSED_MS): Promise<void> {
    await this.replyFiles.deleteUnused(unusedForMs);
    await this.formPhotos.deleteSettled(this.database, unusedForMs);
    let removed: number;
    do {
      removed = await this.database.transaction(async (tx) => {
        const hashes = await this.files.deleteUnused(tx, unusedForMs, BATCH);
        for (const sha256 of hashes) await this.folder.remove(sha256);
        return hashes.length;
      });
    } while (removed === BATCH);
  }
}
