import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { newId, ReplyFileRepository, type ReplyFileRow } from '@app/database';
import { FileRefusedError, StoreFileService } from '@app/media';
import { cleanText } from '@app/report-model';
import { DescribeReplyOptionsService } from './describe-reply-options.service.js';
import { FindAnswerableService } from './find-answerable.service.js';
import { ReplyError } from './reply-error.js';
import { takesType } from './reply-options.js';

const LONGEST_NAME = 150;

/** Takes a file for an answer that is still being written. */
@Injectable()
export class AddReplyFileService {
  constructor(
    private readonly answerable: FindAnswerableService,
    private readonly options: DescribeReplyOptionsService,
    private readonly store: StoreFileService,
    private readonly files: ReplyFileRepository,
  ) {}

  /**
   * How many bytes may come; read no more than this and one.
   * @throws ReplyError `not-found`, `reply-not-allowed`
   */
  async maxBytes(actor: Actor, reportId: string): Promise<number> {
    return (await this.limits(actor, reportId)).maxBytes;
  }

  /** @throws ReplyError `file-too-large`, `file-type-not-allowed`, and those of {@link maxBytes} */
  async add(actor: Actor, reportId: string, fileName: string, body: Buffer): Promise<ReplyFileRow> {
    const limits = await this.limits(actor, reportId);
    if (body.length > limits.maxBytes) {
      throw new ReplyError('file-too-large', `The channel takes files of up to ${limits.maxBytes} bytes`);
    }
    if (body.length === 0) throw new ReplyError('file-type-not-allowed', 'The file is empty');
    const stored = await this.store.store(body).catch((error: unknown) => {
      throw error instanceof FileRefusedError ? refusedType(error.message) : error;
    });
    if (!takesType(limits, stored.mimeType)) throw refusedType(`The channel takes no ${stored.mimeType}`);
    const id = newId();
    await this.files.insert({ id, reportId, fileName: nameOf(fileName), sha256: stored.sha256 });
    const row = await this.files.byId(id);
    if (!row) throw new Error(`File ${id} vanished while it was added`);
    return row;
  }

  private async limits(actor: Actor, reportId: string) {
    const { report } = await this.answerable.find(actor, reportId);
    const { files } = await this.options.describe(report.channel, reportId);
    if (!files) throw new ReplyError('reply-not-allowed', 'This channel takes no files');
    return files;
  }

  /** A file for people who may see its report. @throws ReplyError `not-found` */
  async find(actor: Actor, id: string): Promise<ReplyFileRow> {
    const row = await this.files.byId(id);
    if (!row || (actor.role === 'agency-member' && row.agencyId !== actor.agencyId)) {
      throw new ReplyError('not-found', 'No such file');
    }
    return row;
  }
}

function refusedType(message: string): ReplyError {
  return new ReplyError('file-type-not-allowed', message);
}

function nameOf(given: string): string {
  const name = cleanText(given)
    .replace(/[\p{Cc}/\\]/gu, '_')
    .trim();
  return name === '' ? 'lampiran' : name.slice(-LONGEST_NAME);
}
