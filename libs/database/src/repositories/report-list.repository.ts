import { Injectable } from '@nestjs/common';
import { parseTicketCode, REPORT_LANGUAGES } from '@app/report-model';
import { Database } from '../database.js';
import { ReportConditions, UNANSWERED, type ReportFilter } from './report-conditions.js';
import { REPORT_JOINS, REPORT_SELECT, type ReportRow } from './report-row.js';
import { wordsQuery } from './words-query.js';

/** Around the words that were searched for; they stand in no text. */
export const MATCH_START = '\u0001';
export const MATCH_END = '\u0002';

/** `newest`: by last message. `oldest`: by receipt. `due`: by the earliest clock that runs; without one left out. */
export type ReportOrder = 'newest' | 'oldest' | 'due';
const ORDER_COLUMNS: Readonly<Record<ReportOrder, string>> = {
  newest: 'r.last_message_at',
  oldest: 'r.received_at',
  due: 'r.next_due_at',
};

/**
 * Words that so many reports have are found by walking the list from where the page begins: fifty hits come within
 * {@link WALKED} reports, where the index of words would bring them all.
 */
const COMMON_MATCHES = 3_500;
const WALKED = 10_000;
const FLAGGED_WALKED = 3_000;
/** Counting what a filter finds stops here. */
const FOUND_CAP = 1_000;
const WALKED_CAP = 100;
/** Words that are asked after, of a long text. */
const MOST_WORDS = 5;

const orderBy = (order: ReportOrder): string => {
  const direction = order === 'newest' ? 'desc' : 'asc';
  return `${ORDER_COLUMNS[order]} ${direction}, r.id ${direction}`;
};

function conditionsOf(
  filter: ReportFilter,
  order: ReportOrder,
  after: ReportPosition | null,
): ReportConditions {
  const where = new ReportConditions(filter);
  const column = ORDER_COLUMNS[order];
  // Where no clock runs there is nothing to order by.
  if (order === 'due') where.add('r.next_due_at is not null');
  if (after) {
    const [at, id] = [where.parameter(after.at), where.parameter(after.id)];
    where.position = `(${column}, r.id) ${order === 'newest' ? '<' : '>'} (${at}::timestamptz, ${id}::uuid)`;
    where.add(where.position);
  }
  return where;
}

/**
 * Of a list by last message of what came between two times. Nearly all of it was sent shortly before it came, and written
 * to for the last time soon after: the walk begins and ends there. What was sent long before (after an outage, from a
 * file) and what was written to much later have indexes of their own.
 */
function stretchesOf(where: ReportConditions, { receivedFrom, receivedTo }: ReportFilter): string[] {
  const main: string[] = [];
  const others: string[] = [];
  if (receivedFrom) {
    const begin = `${where.parameter(receivedFrom)}::timestamptz - interval '24 hours'`;
    main.push(`r.last_message_at >= ${begin}`);
    others.push(`r.last_message_at < ${begin} and r.received_at - r.last_message_at > interval '24 hours'`);
  }
  if (receivedTo) {
    const end = `${where.parameter(receivedTo)}::timestamptz + interval '240 hours'`;
    main.push(`r.last_message_at < ${end}`);
    others.push(`r.last_message_at >= ${end} and r.last_message_at - r.received_at > interval '240 hours'`);
  }
  return [main.join(' and ') || 'true', ...others];
}

/** The last row of the page before: time of the ordering column and id. */
export interface ReportPosition {
  readonly at: string;
  readonly id: string;
}

const LINE = `${REPORT_SELECT} from r ${REPORT_JOINS}`;

/** Which part of a list, and what of it: columns of `r`. */
interface ListPart {
  readonly order: ReportOrder;
  readonly after: ReportPosition | null;
  readonly limit: number;
  readonly columns: string;
}

/** `count` up to `cap`; by class as far as was counted. */
export interface FoundClasses {
  readonly count: number;
  readonly cap: number;
  readonly byClass: Readonly<Record<string, number>>;
}

/** Lists by keyset: a page costs the same however deep it lies. */
@Injectable()
export class ReportListRepository {
  constructor(private readonly database: Database) {}

  async page(
    filter: ReportFilter,
    order: ReportOrder,
    after: ReportPosition | null,
    limit: number,
  ): Promise<ReportRow[]> {
    return this.listed<ReportRow>(filter, { order, after, limit, columns: LINE });
  }

  /**
   * How many a filter finds, by class, up to `cap`: as much work as reading so much of the list. Where that walks from its
   * beginning, and would not come to an end, the cap is low.
   */
  async found(filter: ReportFilter, order: ReportOrder): Promise<FoundClasses> {
    const cap = filter.text || new ReportConditions(filter).flagged ? WALKED_CAP : FOUND_CAP;
    const columns = 'select r.class from r';
    const rows = await this.listed<{ class: string }>(filter, { order, after: null, limit: cap, columns });
    const byClass: Record<string, number> = {};
    for (const row of rows) byClass[row.class] = (byClass[row.class] ?? 0) + 1;
    return { count: rows.length, cap, byClass };
  }

  private async listed<Row extends object>(filter: ReportFilter, part: ListPart): Promise<Row[]> {
    const { order, after, limit } = part;
    const { text, namedIds, ...others } = filter;
    if (text && !parseTicketCode(text) && (await this.expectedMatches(text)) >= COMMON_MATCHES) {
      const found = await this.walked<Row>(others, { text, namedIds }, part);
      if (found.length === limit) return found;
    }
    const where = conditionsOf(filter, order, after);
    if (where.flagged && order !== 'due') return this.flagged(where, where.flagged, part);
    const source = (further?: string) => `select r.* from reports r ${where.sql(further)}`;
    if (order !== 'newest') return this.rows(where, part, source());
    const pages = stretchesOf(where, filter).map(
      (stretch) => `(${source(stretch)} order by ${orderBy(order)} limit ${limit})`,
    );
    return this.rows(where, part, `select r.* from (${pages.join(' union all ')}) r`);
  }

  /**
   * The hits of a page among the reports nearest to where it begins; fewer where {@link WALKED} would not fill it. Two
   * words together may be far rarer than each: a first stretch tells whether going on is worth it.
   */
  private async walked<Row extends object>(
    filter: ReportFilter,
    { text, namedIds = [] }: { text: string; namedIds: ReportFilter['namedIds'] },
    part: ListPart,
  ): Promise<Row[]> {
    const { order, after, limit } = part;
    const where = conditionsOf(filter, order, after);
    const words = wordsQuery(text, (value) => where.parameter(value));
    const names = where.parameter(namedIds);
    const hitsWithin = (reports: number) =>
      this.rows<Row>(
        where,
        part,
        `select w.* from (select r.* from reports r ${where.sql()} order by ${orderBy(order)} limit ${reports}) w
          where (select s.words @@ ${words} from report_search s where s.report_id = w.id)
             or w.contact_id = any(${names}::uuid[])`,
      );
    const first = await hitsWithin(WALKED / 4);
    const isWorthIt = first.length < limit && first.length * 4 >= limit;
    return isWorthIt ? hitsWithin(WALKED) : first;
  }

  /**
   * A flag and more: flags go with classes, which the planner does not know. Where the combination is frequent, a page
   * is full within the latest that have the flag; else they are few, and come from the index of facets.
   */
  private async flagged<Row extends object>(
    where: ReportConditions,
    flag: string,
    part: ListPart,
  ): Promise<Row[]> {
    const { order, after, limit } = part;
    const latest = `select r.* from reports r where ${flag}${after ? ` and ${where.position}` : ''}
      order by ${orderBy(order)} limit ${FLAGGED_WALKED}`;
    const found = await this.rows<Row>(where, part, `select r.* from (${latest}) r ${where.sql()}`);
    if (found.length === limit) return found;
    return this.rows(where, part, `select r.* from reports r ${where.sql()} offset 0`);
  }

  /** The page is cut before the joins: fifty look-ups, not one per matching report. */
  private rows<Row extends object>(
    where: ReportConditions,
    { order, limit, columns }: ListPart,
    source: string,
  ): Promise<Row[]> {
    return this.database.query<Row>(
      `with r as materialized (
         select * from (${source}) r order by ${orderBy(order)} limit ${limit})
       ${columns} order by ${orderBy(order)}`,
      where.parameters,
    );
  }

  /**
   * How many reports have the rarest of these words, as the planner thinks. Of several words together it knows nothing: it
   * takes them for strangers, and the two words of one place name for forty times rarer than they are.
   */
  private async expectedMatches(text: string): Promise<number> {
    const written = text.match(/[\p{L}\p{N}][^\s]*/gu) ?? [];
    const words = [...new Set([...written.slice(0, MOST_WORDS), ...written.slice(-1)])];
    return Math.min(
      ...(await Promise.all(words.map((word) => this.expectedOf(word, word === written.at(-1))))),
    );
  }

  private async expectedOf(word: string, isLast: boolean): Promise<number> {
    const parameters: unknown[] = [];
    const query = wordsQuery(isLast ? word : `${word} `, (value) => `$${parameters.push(value)}`);
    const [plan] = await this.database.query<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }>(
      `explain (format json) select from report_search where words @@ ${query}`,
      parameters,
    );
    return plan?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0;
  }

  /** What stands in each of these reports, message after message, as it was written. */
  async textsOf(reportIds: readonly string[]): Promise<{ id: string; texts: string[] }[]> {
    return this.database.query(
      `select m.report_id as id, array_agg(m.text order by m.sent_at) as texts
         from messages m where m.report_id = any($1::uuid[]) and m.deleted_at is null group by m.report_id`,
      [reportIds],
    );
  }

  /**
   * Where the words stand in each report's text: a stretch of it in which they lie between {@link MATCH_START} and
   * {@link MATCH_END}; reports in whose text they do not stand are left out.
   */
  async matches(texts: ReadonlyMap<string, string>, text: string): Promise<Map<string, string>> {
    const parameters: unknown[] = [
      [...texts.keys()],
      [...texts.values()],
      `StartSel=${MATCH_START}, StopSel=${MATCH_END}, MaxFragments=1, MaxWords=22, MinWords=10`,
    ];
    const query = wordsQuery(text, (value) => `$${parameters.push(value)}`);
    const rows = await this.database.query<{ id: string; match: string }>(
      `select t.id, ts_headline('simple', t.text, ${query}, $3) as match
         from unnest($1::text[], $2::text[]) as t(id, text)`,
      parameters,
    );
    const found = rows.filter(({ match }) => match.includes(MATCH_START));
    return new Map(found.map(({ id, match }) => [id, match]));
  }

  /** In the order given; those that do not exist are left out. */
  async byIds(ids: readonly string[]): Promise<ReportRow[]> {
    if (ids.length === 0) return [];
    return this.database.planned<ReportRow>(
      'reports by ids',
      `${REPORT_SELECT} from reports r ${REPORT_JOINS} where r.id = any($1::uuid[]) order by array_position($1::uuid[], r.id)`,
      [ids],
    );
  }

  async byId(id: string): Promise<ReportRow | null> {
    const [row] = await this.database.planned<ReportRow>(
      'report by id',
      `${REPORT_SELECT} from reports r ${REPORT_JOINS} where r.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /**
   * Open reports per status, class and language, without what rests; and, resting or not, all that waits for an answer but
   * spam. Each count stops at `cap`.
   */
  async counts(
    filter: ReportFilter,
    cap: number,
    now: Date,
    soon: Date,
    userId: string | null,
  ): Promise<{ kind: string; value: string; count: number }[]> {
    const where = new ReportConditions(filter);
    const limit = where.parameter(cap);
    const [overdue, dueSoon] = [where.parameter(now), where.parameter(soon)];
    const counted = (condition: string) =>
      `(select count(*)::int from (select from reports r ${where.sql(condition)} limit ${limit}) x)`;
    const among = (condition: string) => counted(`r.snoozed_until is null and ${condition}`);
    const open = `r.status in ('new', 'verified', 'in-progress', 'on-hold')`;
    return this.database.query(
      `select 'status' as kind, s as value, ${among('r.status = s')} as count
         from unnest(array['new', 'verified', 'in-progress', 'on-hold', 'not-our-authority', 'closed', 'archived']) as s
       union all
       select 'class', c, ${among(`r.class = c and ${open}`)}
         from unnest(array['complaint', 'aspiration', 'information', 'other', 'spam']) as c
       union all
       select 'language', l, ${among(`r.language = l and ${open}`)}
         from unnest(${where.parameter(REPORT_LANGUAGES)}::text[]) as l
       union all
       select 'mine', '', ${among(`r.assignee_id = ${where.parameter(userId)}::uuid and ${open}`)}
       union all
       select 'urgent', '', ${among(`r.is_urgent and ${open}`)}
       union all
       select 'unanswered', '', ${counted(`${UNANSWERED} and r.class <> 'spam'`)}
       union all
       select 'unsure', '', ${among(`r.is_unsure and ${open}`)}
       union all
       select 'overdue', '', ${among(`r.next_due_at < ${overdue}::timestamptz`)}
       union all
       select 'due-soon', '', ${among(`r.next_due_at >= ${overdue}::timestamptz and r.next_due_at < ${dueSoon}::timestamptz`)}`,
      where.parameters,
    );
  }
}
