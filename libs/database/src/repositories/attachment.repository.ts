import { Injectable } from '@nestjs/common';
import type { AttachmentKind, AttachmentRefusal, AttachmentState } from '@app/report-model';
import { Database, type Queryable } from '../database.js';

/** An attachment that this worker has taken to fetch, with what the connector needs. */
export interface AttachmentToFetch {
  readonly id: string;
  readonly reportId: string;
  readonly agencyId: string | null;
  readonly connectionId: string;
  readonly messageExternalId: string;
  readonly attempts: number;
  readonly kind: AttachmentKind;
  readonly externalId: string | null;
  readonly url: string | null;
  readonly mimeType: string | null;
  readonly fileName: string | null;
  readonly sizeBytes: number | null;
  readonly description: string | null;
  readonly eventKind: string | null;
  readonly eventExternalId: string | null;
  readonly eventPayload: Buffer | null;
  readonly eventReceivedAt: Date | null;
}

/** An attachment as the one who asks for its file needs it. */
export interface AttachmentFileRow {
  readonly id: string;
  readonly reportId: string;
  readonly agencyId: string | null;
  readonly state: AttachmentState;
  readonly fileName: string | null;
  readonly sha256: string | null;
  readonly mimeType: string | null;
  readonly sizeBytes: number | null;
  readonly hasThumbnail: boolean;
}

export interface FetchedFile {
  readonly sha256: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly fileName: string | null;
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
}

/** Longer than any fetch may take: its worker is gone. */
const LEASE = `interval '10 minutes'`;
/** Due: waiting, or failed and to be tried again by itself. */
const IS_DUE = `(a.state = 'pending' or (a.state = 'failed' and a.next_attempt_at is not null))
  and (a.next_attempt_at is null or a.next_attempt_at <= now())
  and (a.fetching_since is null or a.fetching_since < now() - ${LEASE})`;

/** Files of messages: where their fetching stands. */
@Injectable()
export class AttachmentRepository {
  constructor(private readonly database: Database) {}

  /** Takes a due attachment; `null` when another worker has it, it is done, or its connection is paused. */
  async take(id: string): Promise<AttachmentToFetch | null> {
    const [row] = await this.database.query<AttachmentToFetch>(
      `with taken as (
         update attachments a set fetching_since = now(), attempts = a.attempts + 1
           from messages m join connections c on c.id = m.connection_id
          where a.id = $1 and m.id = a.message_id and c.status = 'active' and ${IS_DUE} returning a.*)
       select a.id, m.report_id as "reportId", r.agency_id as "agencyId", m.connection_id as "connectionId",
              m.external_id as "messageExternalId", a.attempts, a.kind, a.external_id as "externalId", a.url,
              a.mime_type as "mimeType", a.file_name as "fileName", a.size_bytes::float8 as "sizeBytes", a.description,
              e.kind as "eventKind", e.external_id as "eventExternalId", e.payload as "eventPayload",
              e.received_at as "eventReceivedAt"
         from taken a join messages m on m.id = a.message_id join reports r on r.id = m.report_id
         left join raw_events e on e.id = a.raw_event_id`,
      [id],
    );
    return row ?? null;
  }

  /** Gives a taken attachment back untried, for the worker that can fetch it or for its turn at `at`. */
  async giveBack(id: string, at: Date | null = null): Promise<void> {
    await this.database.query(
      `update attachments set fetching_since = null, attempts = attempts - 1,
              next_attempt_at = coalesce($2, next_attempt_at)
        where id = $1 and fetching_since is not null`,
      [id, at],
    );
  }

  /** @returns false when it was erased meanwhile */
  async markStored(tx: Queryable, id: string, file: FetchedFile): Promise<boolean> {
    const rows = await tx.query(
      `update attachments set state = 'stored', sha256 = $2, mime_type = $3, size_bytes = $4,
              file_name = coalesce(file_name, $5), latitude = $6, longitude = $7, refusal = null, problem = null,
              next_attempt_at = null, fetching_since = null
        where id = $1 and state in ('pending', 'failed') returning id`,
      [
        id,
        file.sha256,
        file.mimeType,
        file.sizeBytes,
        file.fileName,
        file.place?.latitude ?? null,
        file.place?.longitude ?? null,
      ],
    );
    return rows.length > 0;
  }

  /** @param nextAttemptAt null: not before a person asks for it */
  async markFailed(tx: Queryable, id: string, problem: string, nextAttemptAt: Date | null): Promise<void> {
    await tx.query(
      `update attachments set state = 'failed', problem = $2, next_attempt_at = $3, fetching_since = null
        where id = $1 and state in ('pending', 'failed')`,
      [id, problem, nextAttemptAt],
    );
  }

  async markRefused(tx: Queryable, id: string, refusal: AttachmentRefusal, problem: string): Promise<void> {
    await tx.query(
      `update attachments set state = 'refused', refusal = $2, problem = $3, next_attempt_at = null,
              fetching_since = null where id = $1 and state in ('pending', 'failed')`,
      [id, refusal, problem],
    );
  }

  /** There is nothing to fetch after all. */
  async markWithoutFile(id: string): Promise<void> {
    await this.database.query(
      `update attachments set state = 'none', fetching_since = null where id = $1 and state in ('pending', 'failed')`,
      [id],
    );
  }

  /** Back to the beginning, as if it had just arrived. @returns false when there is nothing to try again */
  async startOver(tx: Queryable, id: string): Promise<boolean> {
    const rows = await tx.query(
      `update attachments set state = 'pending', refusal = null, problem = null, attempts = 0, next_attempt_at = null
        where id = $1 and state in ('pending', 'failed', 'refused') returning id`,
      [id],
    );
    return rows.length > 0;
  }

  /** Due attachments whose job was lost, or never came: older than `olderThanMs`. */
  async overdue(olderThanMs: number, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select a.id from attachments a join messages m on m.id = a.message_id
         join connections c on c.id = m.connection_id and c.status = 'active'
        where ${IS_DUE} and coalesce(a.next_attempt_at, a.created_at + $1 * interval '1 millisecond') <= now()
        order by a.next_attempt_at nulls first, a.id limit $2`,
      [olderThanMs, limit],
    );
    return rows.map((row) => row.id);
  }

  async file(id: string): Promise<AttachmentFileRow | null> {
    const [row] = await this.database.query<AttachmentFileRow>(
      `select a.id, m.report_id as "reportId", r.agency_id as "agencyId", a.state, a.file_name as "fileName",
              a.sha256, f.mime_type as "mimeType", f.size_bytes::float8 as "sizeBytes",
              coalesce(f.has_thumbnail, false) as "hasThumbnail"
         from attachments a join messages m on m.id = a.message_id join reports r on r.id = m.report_id
         left join media_files f on f.sha256 = a.sha256 where a.id = $1`,
      [id],
    );
    return row ?? null;
  }
}
