import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { AttachmentRepository } from '@app/database';
import { MediaError } from './media-error.js';
import { MediaFolder, type MediaVariant } from './media-folder.js';

export interface ReadableFile {
  readonly sha256: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly fileName: string | null;
}

/** The file of an attachment, for people who may see its report. */
@Injectable()
export class ReadAttachmentService {
  constructor(
    private readonly attachments: AttachmentRepository,
    private readonly folder: MediaFolder,
  ) {}

  /** @throws MediaError `not-found`, also for what the actor may not see */
  async find(actor: Actor, attachmentId: string, variant: MediaVariant): Promise<ReadableFile> {
    const row = await this.attachments.file(attachmentId);
    const maySee = row && (actor.role !== 'agency-member' || row.agencyId === actor.agencyId);
    if (!maySee || row.sha256 === null || row.mimeType === null) throw noFile();
    const sizeBytes = await this.folder.size(row.sha256, variant);
    if (sizeBytes === null) throw noFile();
    return {
      sha256: row.sha256,
      mimeType: variant === 'thumbnail' ? 'image/webp' : row.mimeType,
      sizeBytes,
      fileName: row.fileName,
    };
  }
}

function noFile(): MediaError {
  return new MediaError('not-found', 'There is no such file');
}
