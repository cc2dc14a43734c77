import { Injectable } from '@nestjs/common';
import type { ReportClass, ReportFlags } from '@app/report-model';
import { Database, type Queryable } from '../database.js';

/** A person's decision on a report's class and flags, beside what the model had said of the same text. */
export interface CorrectionRow {
  /** Of the decision; a decimal number, later ones are larger. */
  readonly id: string;
  readonly reportId: string;
  readonly ticketCode: string;
  /** Without personal data. */
  readonly excerpt: string;
  readonly at: Date;
  readonly byName: string | null;
  readonly fromClass: ReportClass;
  readonly fromFlags: ReportFlags;
  readonly toClass: ReportClass;
  readonly toFlags: ReportFlags;
  readonly modelVersion: string;
  readonly leftOutAt: Date | null;
  readonly leftOutBy: string | null;
}

export interface LearnableCorrection {
  readonly id: string;
  readonly reportId: string;
  readonly text: string;
  readonly fromFlags: ReportFlags;
  readonly toClass: ReportClass;
  readonly toFlags: ReportFlags;
}

/** The last decision on each report, with the model's opinion that it judged. */
const DECIDED = `classifications p
  join lateral (
    select o.class, o.flags, o.text, o.model_version from classifications o
     where o.report_id = p.report_id and o.source = 'model' and o.id < p.id order by o.id desc limit 1) m on true`;
const IS_LAST = `p.source = 'person' and not exists (
  select from classifications n where n.report_id = p.report_id and n.source = 'person' and n.id > p.id)`;

const LISTED = `p.id, p.report_id as "reportId", r.ticket_code as "ticketCode", r.excerpt, p.created_at as at,
  u.name as "byName", m.class as "fromClass", m.flags as "fromFlags", p.class as "toClass", p.flags as "toFlags",
  m.model_version as "modelVersion", p.left_out_at as "leftOutAt", l.name as "leftOutBy"`;
const LIST_FROM = `${DECIDED} join reports r on r.id = p.report_id
  left join users u on u.id = p.user_id left join users l on l.id = p.left_out_by`;

/** What people decided against or with the model, and what is learnt of it. */
@Injectable()
export class CorrectionRepository {
  constructor(private readonly database: Database) {}

  /** Newest first, after `before`. */
  async list(before: string | null, limit: number): Promise<CorrectionRow[]> {
    return this.database.query<CorrectionRow>(
      `select ${LISTED} from ${LIST_FROM} where ${IS_LAST} and ($1::bigint is null or p.id < $1)
        order by p.id desc limit $2`,
      [before, limit],
    );
  }

  async byId(id: string, on: Queryable = this.database): Promise<CorrectionRow | null> {
    const [row] = await on.query<CorrectionRow>(
      `select ${LISTED} from ${LIST_FROM} where ${IS_LAST} and p.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** @returns false when there is no such decision */
  async setLeftOut(tx: Queryable, id: string, isLeftOut: boolean, userId: string | null): Promise<boolean> {
    const rows = await tx.query(
      `update classifications p set left_out_at = case when $2 then coalesce(left_out_at, now()) end,
              left_out_by = case when $2 then $3::uuid end where p.id = $1 and ${IS_LAST} returning p.id`,
      [id, isLeftOut, userId],
    );
    return rows.length > 0;
  }

  /** Those that are learnt from, the newest first; texts that were erased are gone. */
  async learnable(limit: number): Promise<LearnableCorrection[]> {
    return this.database.query<LearnableCorrection>(
      `select p.id, p.report_id as "reportId", m.text, m.flags as "fromFlags", p.class as "toClass", p.flags as "toFlags"
         from ${DECIDED} where ${IS_LAST} and p.left_out_at is null and m.text ~ '\\S' order by p.id desc limit $1`,
      [limit],
    );
  }

  /** Decisions after `afterId`, and those left out since `at`: what a training would learn or unlearn. */
  async news(afterId: string, at: Date): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from classifications p where ${IS_LAST}
          and ((p.id > $1::bigint and p.left_out_at is null) or (p.id <= $1::bigint and p.left_out_at > $2))`,
      [afterId, at],
    );
    return row?.count ?? 0;
  }
}
