import { Injectable, Logger } from '@nestjs/common';
import { OpenConnectionService, RecordHealthService, type OpenConnection } from '@app/connections';
import {
  AttachmentRepository,
  ChangeFeedRepository,
  Database,
  SettingRepository,
  type AttachmentToFetch,
  type Queryable,
} from '@app/database';
import { ConnectorError, FAILURE_POLICY, fetchMediaUrl, type MediaContent } from '@app/connector-kit';
import { JobPublisher } from '@app/queues';
import type { AttachmentRefusal } from '@app/report-model';
import { FileRefusedError } from './media-error.js';
import { mediaRequestOf } from './media-request.js';
import { readPhotoPlace } from './read-photo-place.js';
import { StoreFileService } from './store-file.service.js';

const FETCH_TIMEOUT_MS = 180_000;
const MAX_ATTEMPTS = 16;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 6 * 3_600_000;
const REFUSALS: Readonly<Partial<Record<ConnectorError['code'], AttachmentRefusal>>> = {
  'media-gone': 'gone',
  'media-too-large': 'too-large',
};

/** Fetches the file of one attachment. A job that comes twice finds it taken and does nothing. */
@Injectable()
export class FetchAttachmentService {
  private readonly logger = new Logger(FetchAttachmentService.name);

  constructor(
    private readonly database: Database,
    private readonly attachments: AttachmentRepository,
    private readonly changeFeed: ChangeFeedRepository,
    private readonly settings: SettingRepository,
    private readonly opener: OpenConnectionService,
    private readonly health: RecordHealthService,
    private readonly store: StoreFileService,
    private readonly jobs: JobPublisher,
  ) {}

  async fetch(attachmentId: string): Promise<void> {
    const attachment = await this.attachments.take(attachmentId);
    if (!attachment) return;
    try {
      const open = await this.opener.byId(attachment.connectionId, AbortSignal.timeout(FETCH_TIMEOUT_MS));
      if (!open) throw new ConnectorError('permission-missing', 'This channel is not installed any more');
      const source = open.connector.media;
      if (source?.needsSession && open.context.session === null) {
        return await this.attachments.giveBack(attachment.id);
      }
      if (!source && attachment.url === null) return await this.attachments.markWithoutFile(attachment.id);
      await this.keep(attachment, await this.download(attachment, open));
    } catch (error) {
      await this.handleFailure(attachment, error);
    }
  }

  private async download(attachment: AttachmentToFetch, open: OpenConnection): Promise<MediaContent> {
    const maxBytes = await this.settings.maxMediaBytes();
    if ((attachment.sizeBytes ?? 0) > maxBytes) throw tooLarge(maxBytes);
    const source = open.connector.media;
    const content = source
      ? await source.fetch(mediaRequestOf(attachment, maxBytes), open.context)
      : await fetchMediaUrl(open.context, attachment.url ?? '', { maxBytes });
    if (content.body.length > maxBytes) throw tooLarge(maxBytes);
    if (content.body.length === 0) throw new ConnectorError('transient', 'The platform gave an empty file');
    return content;
  }

  private async keep(attachment: AttachmentToFetch, content: MediaContent): Promise<void> {
    const file = await this.store.store(content.body);
    const place = file.mimeType.startsWith('image/') ? await readPhotoPlace(content.body) : null;
    await this.tell(attachment, 'attachment-stored', async (tx) => {
      await this.attachments.markStored(tx, attachment.id, {
        ...file,
        fileName: content.fileName ?? null,
        place,
      });
    });
  }

  private async handleFailure(attachment: AttachmentToFetch, error: unknown): Promise<void> {
    if (error instanceof ConnectorError && error.isPaced) {
      const at = error.until ?? new Date();
      await this.attachments.giveBack(attachment.id, at);
      return this.jobs.publish('fetch-media', { attachmentId: attachment.id }, waitUntil(at));
    }
    const refusal = refusalOf(error);
    const problem = problemOf(error);
    if (refusal) {
      await this.tell(attachment, 'attachment-refused', (tx) =>
        this.attachments.markRefused(tx, attachment.id, refusal, problem),
      );
      return;
    }
    if (!(error instanceof ConnectorError)) {
      this.logger.error(`Attachment ${attachment.id} could not be kept: ${String(error)}`);
    } else if (FAILURE_POLICY[error.code].health === 'needs-reauthorisation') {
      await this.health.recordFailure(attachment.connectionId, error);
    }
    const at = attachment.attempts < MAX_ATTEMPTS ? nextAttempt(attachment.attempts, error) : null;
    await this.tell(attachment, 'attachment-failed', (tx) =>
      this.attachments.markFailed(tx, attachment.id, problem, at),
    );
    if (at) await this.jobs.publish('fetch-media', { attachmentId: attachment.id }, waitUntil(at));
  }

  private async tell(
    { reportId, agencyId }: AttachmentToFetch,
    kind: string,
    write: (tx: Queryable) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      await write(tx);
      await this.changeFeed.append(tx, [{ topic: 'report', entityId: reportId, kind, agencyId }]);
    });
  }
}

function nextAttempt(attempts: number, error: unknown): Date {
  const wait = Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS);
  const until = error instanceof ConnectorError ? (error.until?.getTime() ?? 0) : 0;
  return new Date(Math.max(Date.now() + wait, until));
}

function waitUntil(at: Date): number {
  return Math.max(0, at.getTime() - Date.now()) + 50;
}

function refusalOf(error: unknown): AttachmentRefusal | undefined {
  if (error instanceof FileRefusedError) return error.refusal;
  return error instanceof ConnectorError ? REFUSALS[error.code] : undefined;
}

function problemOf(error: unknown): string {
  if (error instanceof ConnectorError || error instanceof FileRefusedError) return error.message;
  const code = (error as { code?: unknown } | null)?.code;
  return `Wadah could not keep the file (${typeof code === 'string' ? code : 'unknown fault'})`;
}

function tooLarge(maxBytes: number): FileRefusedError {
  return new FileRefusedError('too-large', `The file is larger than ${maxBytes / 1_000_000} MB`);
}
