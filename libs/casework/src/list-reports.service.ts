import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { ReadClocksService } from '@app/clocks';
import {
  ReportListRepository,
  type ReportFilter,
  type ReportOrder,
  type ReportPosition,
  type ReportRow,
} from '@app/database';
import { CaseworkError } from './casework-error.js';

/** Counting stops here: screens say "999+". */
const COUNT_CAP = 1_000;

export interface ReportListing {
  readonly rows: readonly ReportRow[];
  /** Opaque; null on the last page. */
  readonly nextCursor: string | null;
}

/** Lists and counts what an actor may see. */
@Injectable()
export class ListReportsService {
  constructor(
    private readonly reports: ReportListRepository,
    private readonly clocks: ReadClocksService,
  ) {}

  /** @throws CaseworkError `cursor-invalid` */
  async list(
    actor: Actor,
    query: Omit<ReportFilter, 'dueBefore'> & {
      readonly clock?: 'overdue' | 'soon' | undefined;
      readonly order: ReportOrder;
      readonly cursor?: string | undefined;
      readonly limit: number;
    },
  ): Promise<ReportListing> {
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor);
    const dueBefore = query.clock === 'soon' ? await this.soon() : query.clock && new Date();
    const filter = visibleTo(actor, { ...query, dueBefore });
    const rows = await this.reports.page(filter, query.order, after, query.limit + 1);
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      rows: page,
      nextCursor: rows.length > page.length && last ? encodeCursor(last, query.order) : null,
    };
  }

  async counts(actor: Actor) {
    const rows = await this.reports.counts(visibleTo(actor, {}), COUNT_CAP, new Date(), await this.soon());
    const of = (kind: string) =>
      Object.fromEntries(rows.filter((row) => row.kind === kind).map((row) => [row.value, row.count]));
    const single = (kind: string) => of(kind)[''] ?? 0;
    return {
      byStatus: of('status'),
      byClass: of('class'),
      unanswered: single('unanswered'),
      unsure: single('unsure'),
      urgent: single('urgent'),
      overdue: single('overdue'),
      dueSoon: single('due-soon'),
    };
  }

  /** The end of the next working day. */
  private async soon(): Promise<Date> {
    const { calendar } = await this.clocks.rules();
    return new Date(calendar.deadline(new Date(), 1).at.getTime() + 1);
  }
}

function visibleTo(actor: Actor, filter: ReportFilter): ReportFilter {
  if (actor.role !== 'agency-member' || !actor.agencyId) return filter;
  return { ...filter, agencyId: actor.agencyId };
}

function encodeCursor(row: ReportRow, order: ReportOrder): string {
  const at = { newest: row.lastMessageAt, oldest: row.receivedAt, due: row.nextDueAt }[order];
  return Buffer.from(JSON.stringify([at?.toISOString(), row.id])).toString('base64url');
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function decodeCursor(cursor: string): ReportPosition {
  try {
    const decoded = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    const [at, id] = Array.isArray(decoded) ? (decoded as unknown[]) : [];
    if (typeof at === 'string' && typeof id === 'string' && INSTANT.test(at) && UUID.test(id))
      return { at, id };
  } catch {
    // Not JSON: falls through to the same answer as any other wrong cursor.
  }
  throw new CaseworkError(
    'cursor-invalid',
    'This is not a cursor of this list; load the list from its beginning',
  );
}
