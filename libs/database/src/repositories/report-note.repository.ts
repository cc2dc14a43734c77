import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';

/** What a colleague wrote about a report; never sent to the citizen. */
export interface NoteRow {
  readonly id: string;
  readonly text: string;
  /** Null: a program with an API token. */
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly createdAt: Date;
  readonly mentions: { id: string; name: string }[];
}

@Injectable()
export class ReportNoteRepository {
  constructor(private readonly database: Database) {}

  /** @returns false when the same note is there already */
  async insert(
    tx: Queryable,
    note: {
      readonly id: string;
      readonly reportId: string;
      readonly authorId: string | null;
      readonly idempotencyKey: string;
      readonly text: string;
      readonly mentionIds: readonly string[];
    },
  ): Promise<boolean> {
    const rows = await tx.query(
      `insert into report_notes (id, report_id, author_id, idempotency_key, text) values ($1, $2, $3, $4, $5)
       on conflict (report_id, idempotency_key) do nothing returning id`,
      [note.id, note.reportId, note.authorId, note.idempotencyKey, note.text],
    );
    if (rows.length === 0) return false;
    await tx.query('insert into note_mentions (note_id, user_id) select $1, unnest($2::uuid[])', [
      note.id,
      note.mentionIds,
    ]);
    // What was erased has words again.
    await tx.query(
      'update reports set contents_erased_at = null where id = $1 and contents_erased_at is not null',
      [note.reportId],
    );
    return true;
  }

  /** Oldest first. */
  async ofReport(reportId: string): Promise<NoteRow[]> {
    return this.database.query<NoteRow>(
      `select n.id, n.text, n.author_id as "authorId", u.name as "authorName", n.created_at as "createdAt",
              coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name)
                 from note_mentions m join users p on p.id = m.user_id where m.note_id = n.id), '[]') as mentions
         from report_notes n left join users u on u.id = n.author_id
        where n.report_id = $1 order by n.created_at, n.id`,
      [reportId],
    );
  }
}
