import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, MediaFileRepository } from '@app/database';
import { readPhotoBands } from './read-photo-bands.js';
import { makeThumbnail } from './make-thumbnail.js';
import { FileRefusedError } from './media-error.js';
import { MediaFolder } from './media-folder.js';
import { isAllowedType, sniffType } from './media-type.js';

export interface StoredFile {
  readonly sha256: string;
  /** What the bytes are. */
  readonly mimeType: string;
  readonly sizeBytes: number;
}

/** Keeps bytes once, however often they come. */
@Injectable()
export class StoreFileService {
  constructor(
    private readonly database: Database,
    private readonly files: MediaFileRepository,
    private readonly folder: MediaFolder,
  ) {}

  /** @throws FileRefusedError when the bytes are of a type that is not kept */
  async store(body: Buffer): Promise<StoredFile> {
    const mimeType = await sniffType(body);
    if (!isAllowedType(mimeType)) {
      throw new FileRefusedError('type-not-allowed', `Files of the type ${mimeType} are not kept`);
    }
    const sha256 = createHash('sha256').update(body).digest('hex');
    const file = { sha256, mimeType, sizeBytes: body.length };
    // The row is locked while the file is written, so that nobody removes it in between as unused.
    const hasThumbnail = await this.database.transaction(async (tx) => {
      const isDone = await this.files.claim(tx, file);
      await this.folder.write(sha256, 'original', body);
      return isDone;
    });
    if (!hasThumbnail && mimeType.startsWith('image/')) await this.addThumbnail(sha256, body);
    return file;
  }

  private async addThumbnail(sha256: string, body: Buffer): Promise<void> {
    const thumbnail = await makeThumbnail(body);
    if (!thumbnail) return;
    const { width, height } = thumbnail;
    const photoBands = await readPhotoBands(thumbnail.body);
    await this.folder.write(sha256, 'thumbnail', thumbnail.body);
    await this.files.setThumbnail(this.database, sha256, {
      width,
      height,
      hasThumbnail: true,
      photoBands,
    });
  }
}
