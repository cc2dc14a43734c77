import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';

export interface ReplyFileRow {
  readonly id: string;
  readonly reportId: string;
  readonly replyId: string | null;
  readonly agencyId: string | null;
  readonly fileName: string;
  readonly sha256: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly hasThumbnail: boolean;
}

const SELECT = `select t.id, t.report_id as "reportId", t.reply_id as "replyId", r.agency_id as "agencyId",
  t.file_name as "fileName", t.sha256, f.mime_type as "mimeType", f.size_bytes::float8 as "sizeBytes",
  f.has_thumbnail as "hasThumbnail"
  from reply_files t join media_files f on f.sha256 = t.sha256 join reports r on r.id = t.report_id`;

/** Files that go along with answers. */
@Injectable()
export class ReplyFileRepository {
  constructor(private readonly database: Database) {}

  async insert(file: Pick<ReplyFileRow, 'id' | 'reportId' | 'fileName' | 'sha256'>): Promise<void> {
    await this.database.query(
      'insert into reply_files (id, report_id, file_name, sha256) values ($1, $2, $3, $4)',
      [file.id, file.reportId, file.fileName, file.sha256],
    );
  }

  async byId(id: string): Promise<ReplyFileRow | null> {
    const [row] = await this.database.query<ReplyFileRow>(`${SELECT} where t.id = $1`, [id]);
    return row ?? null;
  }

  /** Files of this report that no answer has yet, in the order of `ids`. */
  async unused(on: Queryable, reportId: string, ids: readonly string[]): Promise<ReplyFileRow[]> {
    return on.query<ReplyFileRow>(
      `${SELECT} where t.report_id = $1 and t.reply_id is null and t.id = any($2::uuid[])
        order by array_position($2::uuid[], t.id)`,
      [reportId, ids],
    );
  }

  async attach(tx: Queryable, replyId: string, ids: readonly string[]): Promise<void> {
    await tx.query(
      `update reply_files set reply_id = $1, position = array_position($2::uuid[], id)
        where id = any($2::uuid[]) and reply_id is null`,
      [replyId, ids],
    );
  }

  /** As files that no answer has yet, for the same report. */
  async copy(tx: Queryable, reportId: string, replyId: string): Promise<ReplyFileRow[]> {
    const rows = await tx.query<{ id: string }>(
      `insert into reply_files (id, report_id, file_name, sha256)
       select gen_random_uuid(), report_id, file_name, sha256 from reply_files where reply_id = $1 order by position
       returning id`,
      [replyId],
    );
    return this.unused(
      tx,
      reportId,
      rows.map(({ id }) => id),
    );
  }

  async ofReply(replyId: string): Promise<ReplyFileRow[]> {
    return this.database.query<ReplyFileRow>(`${SELECT} where t.reply_id = $1 order by t.position`, [
      replyId,
    ]);
  }

  /** Uploaded, never sent, and in no draft. */
  async deleteUnused(olderThanMs: number): Promise<void> {
    await this.database.query(
      `delete from reply_files f where reply_id is null and created_at < now() - $1 * interval '1 millisecond'
          and not exists (select from reply_drafts d where d.report_id = f.report_id
                             and d.content -> 'files' @> jsonb_build_array(jsonb_build_object('id', f.id)))`,
      [olderThanMs],
    );
  }
}
