import { Injectable } from '@nestjs/common';
import type { ReportLanguage } from '@app/report-model';
import type { Queryable } from '../database.js';
import { updateRows } from '../insert-rows.js';

/** Reports from before languages were told. */
@Injectable()
export class ReportLanguageRepository {
  /** Locks at most so many of those that have none, the newest first; others skip them meanwhile. */
  async withoutLanguage(tx: Queryable, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'select id from reports where language is null order by id desc limit $1 for update skip locked',
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  async setLanguages(
    tx: Queryable,
    told: readonly { readonly id: string; readonly language: ReportLanguage }[],
  ): Promise<void> {
    const columns = { id: 'uuid', language: 'text' };
    await updateRows(tx, 'reports', columns, told, 'language = r.language', 't.id = r.id');
  }
}
