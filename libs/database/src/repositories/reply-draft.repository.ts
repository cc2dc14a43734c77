import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';

export interface ReplyDraftRow {
  /** As the screen gave it. */
  readonly content: Record<string, unknown>;
  readonly editedAt: Date;
}

/** Answers that somebody has begun: one for each person and report. */
@Injectable()
export class ReplyDraftRepository {
  constructor(private readonly database: Database) {}

  async find(reportId: string, userId: string, on: Queryable = this.database): Promise<ReplyDraftRow | null> {
    const [row] = await on.query<ReplyDraftRow>(
      'select content, edited_at as "editedAt" from reply_drafts where report_id = $1 and user_id = $2',
      [reportId, userId],
    );
    return row ?? null;
  }

  /**
   * An older one never replaces a newer, nor one that was sent meanwhile: two windows may be slow in any order.
   * The report's lock makes a sending that is under way visible.
   */
  async keep(
    tx: Queryable,
    draft: {
      readonly reportId: string;
      readonly userId: string;
      readonly content: Readonly<Record<string, unknown>>;
      readonly editedAt: Date;
    },
  ): Promise<void> {
    await tx.query('select from reports where id = $1 for key share', [draft.reportId]);
    await tx.query(
      `insert into reply_drafts as d (report_id, user_id, content, edited_at)
       select $1, $2, $3::jsonb, $4 where not exists (
         select from replies where report_id = $1 and idempotency_key::text = $3::jsonb ->> 'idempotencyKey')
       on conflict (report_id, user_id) do update set content = excluded.content, edited_at = excluded.edited_at
        where d.edited_at <= excluded.edited_at`,
      [draft.reportId, draft.userId, JSON.stringify(draft.content), draft.editedAt],
    );
  }

  async remove(on: Queryable, reportId: string, userId: string): Promise<void> {
    await on.query('delete from reply_drafts where report_id = $1 and user_id = $2', [reportId, userId]);
  }
}
