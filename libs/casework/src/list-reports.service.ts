import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { ReportListRepository, type ReportFilter, type ReportPosition, type ReportRow } from '@app/database';
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
  constructor(private readonly reports: ReportListRepository) {}

  /** @throws CaseworkError `cursor-invalid` */
  async list(
    actor: Actor,
    query: ReportFilter & {
      readonly order: 'newest' | 'oldest';
      readonly cursor?: string | undefined;
      readonly limit: number;
    },
  ): Promise<ReportListing> {
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor);
    const rows = await this.reports.page(visibleTo(actor, query), query.order, after, query.limit + 1);
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      rows: page,
      nextCursor: rows.length > page.length && last ? encodeCursor(last, query.order) : null,
    };
  }

  async counts(actor: Actor) {
    const rows = await this.reports.counts(visibleTo(actor, {}), COUNT_CAP);
    const of = (kind: string) =>
      Object.fromEntries(rows.filter((row) => row.kind === kind).map((row) => [row.value, row.count]));
    return { byStatus: of('status'), byClass: of('class'), unanswered: of('unanswered')[''] ?? 0 };
  }
}

function visibleTo(actor: Actor, filter: ReportFilter): ReportFilter {
  if (actor.role !== 'agency-member' || !actor.agencyId) return filter;
  return { ...filter, agencyId: actor.agencyId };
}

function encodeCursor(row: ReportRow, order: 'newest' | 'oldest'): string {
  const at = order === 'newest' ? row.lastMessageAt : row.receivedAt;
  return Buffer.from(JSON.stringify([at.toISOString(), row.id])).toString('base64url');
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
