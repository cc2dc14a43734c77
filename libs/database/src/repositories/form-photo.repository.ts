import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';

/** A photo that a citizen has sent with a form, whose bytes are kept. */
export interface FormPhotoRow {
  readonly sha256: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly fileName: string;
}

/** Photos by the form that they came with, also while that form is not accepted yet. */
@Injectable()
export class FormPhotoRepository {
  constructor(private readonly database: Database) {}

  /** In the order in which they came. */
  async ofSubmission(submissionId: string): Promise<FormPhotoRow[]> {
    return this.database.query<FormPhotoRow>(
      `select sha256, mime_type as "mimeType", size_bytes::float8 as "sizeBytes", file_name as "fileName"
         from form_photos where submission_id = $1 order by id`,
      [submissionId],
    );
  }

  /** The same picture again is the same. */
  async add(connectionId: string, submissionId: string, photo: FormPhotoRow): Promise<void> {
    await this.database.query(
      `insert into form_photos (connection_id, submission_id, sha256, mime_type, size_bytes, file_name)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [connectionId, submissionId, photo.sha256, photo.mimeType, photo.sizeBytes, photo.fileName],
    );
  }

  async remove(submissionId: string, hashes: readonly string[]): Promise<void> {
    await this.database.query('delete from form_photos where submission_id = $1 and sha256 = any($2)', [
      submissionId,
      hashes,
    ]);
  }

  /** For a form that goes on under another id. */
  async copy(from: string, to: string): Promise<void> {
    await this.database.query(
      `insert into form_photos (connection_id, submission_id, sha256, mime_type, size_bytes, file_name)
       select connection_id, $2, sha256, mime_type, size_bytes, file_name from form_photos where submission_id = $1
        order by id on conflict do nothing`,
      [from, to],
    );
  }

  /**
   * Forgets photos of forms that were sent and read, or never sent within `olderThanMs`; those of a form that waits or
   * is set aside stay. Their bytes go when nothing else needs them.
   */
  async deleteSettled(tx: Queryable, olderThanMs: number): Promise<void> {
    await tx.query(
      `delete from form_photos p using media_files f
        where f.sha256 = p.sha256 and f.touched_at < now() - $1 * interval '1 millisecond'
          and not exists (select from raw_events e where e.connection_id = p.connection_id
            and e.external_id = p.submission_id::text and e.state = 'pending')
          and not exists (select from raw_events e where e.connection_id = p.connection_id
            and e.external_id = p.submission_id::text and e.state = 'quarantined')`,
      [olderThanMs],
    );
  }
}
