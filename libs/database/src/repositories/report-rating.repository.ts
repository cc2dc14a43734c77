import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';

/** What a citizen says of the answer. */
export interface ReportRatingRow {
  /** 1 (not helped at all) to 5 (very well). */
  readonly stars: number;
  /** Empty: none. */
  readonly words: string;
  readonly ratedAt: Date;
}

@Injectable()
export class ReportRatingRepository {
  constructor(private readonly database: Database) {}

  async ofReport(reportId: string): Promise<ReportRatingRow | null> {
    const [row] = await this.database.query<ReportRatingRow>(
      `select stars, words, rated_at as "ratedAt" from report_ratings where report_id = $1`,
      [reportId],
    );
    return row ?? null;
  }

  /** A later rating replaces the earlier. @returns false when it says the same as before */
  async put(tx: Queryable, reportId: string, stars: number, words: string): Promise<boolean> {
    const rows = await tx.query(
      `with rated as (
         insert into report_ratings as r (report_id, stars, words) values ($1, $2, $3)
         on conflict (report_id) do update set stars = excluded.stars, words = excluded.words, rated_at = now()
           where (r.stars, r.words) is distinct from (excluded.stars, excluded.words)
         returning report_id, stars)
       update reports set stars = rated.stars from rated where id = rated.report_id returning id`,
      [reportId, stars, words],
    );
    return rows.length > 0;
  }
}
