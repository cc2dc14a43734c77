import { Injectable } from '@nestjs/common';
import { Database } from '../database.js';

/** What a citizen wrote and how they can be reached, beside the line of a list. */
export interface ExportedWords {
  readonly reportId: string;
  /** Of every message that is not deleted, the oldest first. */
  readonly texts: readonly string[];
  readonly phone: string | null;
  readonly email: string | null;
}

@Injectable()
export class ReportExportRepository {
  constructor(private readonly database: Database) {}

  async words(reportIds: readonly string[]): Promise<Map<string, ExportedWords>> {
    const rows = await this.database.query<ExportedWords>(
      `select r.id as "reportId", i.phone, i.email,
              array(select m.text from messages m
                     where m.report_id = r.id and m.direction = 'inbound' and m.deleted_at is null and m.text <> ''
                     order by m.sent_at, m.id) as texts
         from reports r join identities i on i.id = r.identity_id where r.id = any($1::uuid[])`,
      [reportIds],
    );
    return new Map(rows.map((row) => [row.reportId, row]));
  }
}
