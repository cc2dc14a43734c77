import { Injectable } from '@nestjs/common';
import { type Actor, userIdOf } from '@app/accounts';
import { ReadClocksService, startOfDay } from '@app/clocks';
import {
  ContactRepository,
  ReportListRepository,
  type FoundClasses,
  type ReportFilter,
  type ReportOrder,
  type ReportPosition,
  type ReportRow,
} from '@app/database';
import { parseTicketCode } from '@app/report-model';
import { createMasker } from '@app/triage';
import { CaseworkError } from './casework-error.js';

/** Counting stops here: screens say "999+". */
const COUNT_CAP = 1_000;

/** Words are also looked for among names, from so many letters on, of so many people. */
const SHORTEST_NAME = 3;
const NAMED_CAP = 1_000;

const DAY = /^\d{4}-\d\d-\d\d$/;

/** What a list is asked for; received from and to: instants, or days in the installation's time zone, the last included. */
export type ListQuery = Omit<ReportFilter, 'dueBefore' | 'assigneeId' | 'namedIds'> & {
  readonly clock?: 'overdue' | 'soon' | undefined;
  /** `me`, `none`, or a user's id. */
  readonly assignee?: string | undefined;
};

export interface ReportListing {
  readonly rows: readonly ReportRow[];
  /** Where the words that were searched for stand, by report. */
  readonly matches: ReadonlyMap<string, string>;
  /** Opaque; null on the last page. */
  readonly nextCursor: string | null;
}

/** Lists and counts what an actor may see. */
@Injectable()
export class ListReportsService {
  constructor(
    private readonly reports: ReportListRepository,
    private readonly contacts: ContactRepository,
    private readonly clocks: ReadClocksService,
  ) {}

  /** @throws CaseworkError `cursor-invalid` */
  async list(
    actor: Actor,
    query: ListQuery & {
      readonly order: ReportOrder;
      readonly cursor?: string | undefined;
      readonly limit: number;
      /** `false`: where the words stand is not looked for. */
      readonly withMatches?: boolean;
    },
  ): Promise<ReportListing> {
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor);
    const filter = await this.filterOf(actor, query);
    const rows = await this.reports.page(filter, query.order, after, query.limit + 1);
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    const matches =
      filter.text && query.withMatches !== false ? await this.matchesIn(page, filter.text) : null;
    return {
      rows: page,
      matches: matches ?? new Map(),
      nextCursor: rows.length > page.length && last ? encodeCursor(last, query.order) : null,
    };
  }

  /** How many there are, up to a cap. */
  async found(actor: Actor, query: ListQuery & { readonly order: ReportOrder }): Promise<FoundClasses> {
    return this.reports.found(await this.filterOf(actor, query), query.order);
  }

  /** As SQL can judge it, for reports that the actor may see. What rests is found by looking for it only. */
  async filterOf(actor: Actor, query: ListQuery): Promise<ReportFilter> {
    const dueBefore = query.clock === 'soon' ? await this.soon() : query.clock && new Date();
    const assigneeId = query.assignee === 'me' ? actor.id : query.assignee;
    const snoozed = query.snoozed ?? (query.text || query.ids ? 'any' : 'hide');
    const { timeZone } = this.clocks;
    const receivedFrom = query.receivedFrom && instantOf(query.receivedFrom, 0, timeZone);
    const receivedTo = query.receivedTo && instantOf(query.receivedTo, 1, timeZone);
    const namedIds = await this.namedBy(query.text);
    return visibleTo(actor, {
      ...query,
      ...{ dueBefore, assigneeId, snoozed, receivedFrom, receivedTo, namedIds },
    });
  }

  private async namedBy(text = ''): Promise<string[]> {
    if (text.length < SHORTEST_NAME || parseTicketCode(text)) return [];
    return this.contacts.named(text, NAMED_CAP);
  }

  /** In texts that are masked whole: a cut one may have lost the word that gives a number away. */
  private async matchesIn(rows: readonly ReportRow[], text: string): Promise<Map<string, string>> {
    if (parseTicketCode(text) || rows.length === 0) return new Map();
    const written = await this.reports.textsOf(rows.map(({ id }) => id));
    const masked = written.map(({ id, texts }): [string, string] => {
      const mask = createMasker();
      return [id, texts.map((one) => mask(one).text).join(' … ')];
    });
    return this.reports.matches(new Map(masked), text);
  }

  async counts(actor: Actor) {
    const filter = visibleTo(actor, {});
    const userId = userIdOf(actor);
    const rows = await this.reports.counts(filter, COUNT_CAP, new Date(), await this.soon(), userId);
    const of = (kind: string) =>
      Object.fromEntries(rows.filter((row) => row.kind === kind).map((row) => [row.value, row.count]));
    const single = (kind: string) => of(kind)[''] ?? 0;
    return {
      byStatus: of('status'),
      byClass: of('class'),
      byLanguage: of('language'),
      mine: single('mine'),
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

/** A day is told by where the installation is: it begins there, or so many days later. */
function instantOf(written: string, daysLater: number, timeZone: string): string {
  return DAY.test(written) ? startOfDay(written, daysLater, timeZone).toISOString() : written;
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
