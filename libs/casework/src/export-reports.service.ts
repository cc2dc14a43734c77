import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import {
  AuditRepository,
  Database,
  ReportExportRepository,
  type ExportedWords,
  type ReportOrder,
  type ReportRow,
} from '@app/database';
import { CaseworkError } from './casework-error.js';
import { ListReportsService, type ListQuery } from './list-reports.service.js';

const PAGE = 500;

export interface ExportQuestion {
  /** For the audit: `csv`, `xlsx`. */
  readonly format: string;
  readonly query: ListQuery & { readonly order: ReportOrder };
  /** Names, numbers and texts as they are, instead of masked. */
  readonly showsPersonalData: boolean;
  /** Reports at most. */
  readonly limit: number;
}

export interface ExportedReport {
  readonly row: ReportRow;
  readonly words: ExportedWords;
}

/** A list taken out of the house: page by page, so that its length costs no memory. */
@Injectable()
export class ExportReportsService {
  constructor(
    private readonly database: Database,
    private readonly lister: ListReportsService,
    private readonly words: ReportExportRepository,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Who takes what is noted before the first row leaves.
   * @returns rows in pages; `isCut` on the last when there were more than the limit
   * @throws CaseworkError `forbidden` when personal data is asked for by who may not see all reports, or by a program
   */
  async start(
    actor: Actor,
    question: ExportQuestion,
  ): Promise<AsyncGenerator<{ readonly reports: readonly ExportedReport[]; readonly isCut: boolean }>> {
    if (question.showsPersonalData && (actor.kind !== 'user' || actor.role === 'agency-member')) {
      throw new CaseworkError('forbidden', 'Only officers and admins export personal data readable');
    }
    const { format, showsPersonalData, query } = question;
    const asked = Object.entries(query).filter(([, value]) => value !== undefined);
    await this.database.transaction((tx) =>
      this.audit.append(tx, {
        actor,
        action: 'reports-exported',
        subject: 'reports',
        data: { format, showsPersonalData, query: Object.fromEntries(asked) },
      }),
    );
    return this.pages(actor, question);
  }

  private async *pages(actor: Actor, { query, limit }: ExportQuestion) {
    let cursor: string | undefined;
    for (let left = limit; left > 0;) {
      const page = await this.lister.list(actor, {
        ...query,
        cursor,
        limit: Math.min(PAGE, left),
        withMatches: false,
      });
      const words = await this.words.words(page.rows.map(({ id }) => id));
      const reports = page.rows.flatMap((row) => {
        const found = words.get(row.id);
        return found ? [{ row, words: found }] : [];
      });
      left -= page.rows.length;
      cursor = page.nextCursor ?? undefined;
      yield { reports, isCut: left <= 0 && cursor !== undefined };
      if (cursor === undefined) return;
    }
  }
}
