import { Injectable } from '@nestjs/common';
import type { ReportClass } from '@app/report-model';
import { Database } from '../database.js';
import { ReportTallyRepository } from './report-tally.repository.js';

/** Reports received from `from` until before `to`, both calendar days of `timeZone` (ISO 8601, IANA name). */
export interface OverviewPeriod {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly agencyId: string | null;
  /** Ages of what waits are told apart here, in calendar days since receipt, ascending. */
  readonly backlogDays: readonly number[];
}

interface Span {
  readonly count: number;
  readonly medianHours: number | null;
  readonly p90Hours: number | null;
}

export interface OverviewFigures {
  readonly arrivals: { day: string; class: ReportClass; count: number }[];
  readonly channels: { channel: string; count: number }[];
  readonly topics: { group: string | null; count: number }[];
  /** By district, or by the larger area that is known. */
  readonly areas: {
    code: string | null;
    count: number;
    point: { latitude: number; longitude: number } | null;
  }[];
  readonly firstAnswer: Span;
  readonly completion: Span;
  readonly onTime: { readonly met: number; readonly missed: number };
  /** What citizens said of the answers: how many gave 1 to 5 stars. */
  readonly stars: number[];
  /** Classes that a person decided on, and how many of them were as the model had said. */
  readonly decisions: { readonly count: number; readonly kept: number };
  /** One more than `backlogDays`. */
  readonly ages: readonly number[];
  readonly overdue: number;
}

@Injectable()
export class OverviewRepository {
  constructor(
    private readonly database: Database,
    private readonly tallies: ReportTallyRepository,
  ) {}

  /** Exact at the moment of asking. One round trip, once the days of the time zone are counted. */
  async figures(period: OverviewPeriod): Promise<OverviewFigures> {
    const counted = await this.read(period);
    if (counted) return counted;
    await this.tallies.keep(period.timeZone);
    const row = await this.read(period);
    if (!row) throw new Error(`Another process counts days of another zone than ${period.timeZone}`);
    return row;
  }

  private async read(period: OverviewPeriod): Promise<OverviewFigures | undefined> {
    const [row] = await this.database.query<OverviewFigures>(FIGURES, [
      period.from,
      period.to,
      period.timeZone,
      period.agencyId,
      period.backlogDays,
    ]);
    return row;
  }
}

/** Points that a median is taken of, the latest: more would not move it. */
const MOST_POINTS = 2_000;

const list = (query: string) => `(select coalesce(json_agg(l), '[]'::json) from (${query}) l)`;

const SCOPE = `coalesce($4::uuid, '00000000-0000-0000-0000-000000000000')`;

/** Counts of these kinds, with what has changed since they were written. */
const tallies = (condition: string) => `(
  select day, kind, key, count from report_tallies where scope = ${SCOPE} and ${condition}
   union all
  select day, kind, key, count from report_tally_changes where scope = ${SCOPE} and ${condition})`;

const sumOf = (kind: string, condition = 'true') =>
  `(select coalesce(sum(count) filter (where ${condition}), 0)::int from sums where kind = '${kind}')`;

const IN_PERIOD = `r.received_at >= $1::date::timestamp at time zone $3
  and r.received_at < ($2::date + 1)::timestamp at time zone $3 and ($4::uuid is null or r.agency_id = $4)`;

/**
 * The two spans around a rank are read from the reports of their buckets, and interpolated as percentile_cont does.
 * @param fraction of the reports that took no longer
 */
const percentile = (kind: string, end: string, fraction: number) => `(
  select min(hours) + (max(hours) - min(hours)) * (max(part) - floor(max(part)))
    from (select ${fraction}::float8 * (max(total) - 1) as part from buckets where kind = '${kind}') wanted
   cross join lateral (
     select min(bucket) as first, max(bucket) as last, floor(part)::int - min(before) as skipped from buckets
      where kind = '${kind}' and before <= ceil(part) and before + count > floor(part)) b
   cross join lateral (
     select extract(epoch from r.${end} - r.received_at)::float8 / 3600 as hours from reports r
      where r.class <> 'spam' and r.${end} is not null ${end === 'closed_at' ? `and r.status = 'closed'` : ''}
        and span_bucket(r.received_at, r.${end}) between b.first and b.last and ${IN_PERIOD}
      order by 1 offset b.skipped limit 1 + ceil(part)::int - floor(part)::int) h)`;

const span = (kind: string, end: string) => `json_build_object('count', ${sumOf(kind)},
  'medianHours', ${percentile(kind, end, 0.5)}, 'p90Hours', ${percentile(kind, end, 0.9)})`;

const PERIOD_KINDS = `'{channel,topic,area,decision,stars,answered,completed,on-time,answer-due}'`;

const FIGURES = `
  with sums as materialized (
    select kind, key, sum(count)::int as count
      from ${tallies(`kind = any(${PERIOD_KINDS}::text[]) and day between $1 and $2`)} t
     group by 1, 2 having sum(count) <> 0
  ), buckets as materialized (
    select kind, key::int as bucket, count, sum(count) over w - count as before, sum(count) over (partition by kind) as total
      from sums where kind in ('answered', 'completed') window w as (partition by kind order by key::int)
  ), waiting as (
    select width_bucket(((now() at time zone $3)::date - day)::float8, $5::float8[]) as age, sum(count)::int as count
      from ${tallies(`kind = 'waiting'`)} t group by 1
  ), located as materialized (
    select m.report_id, m.latitude, m.longitude from (
      (select report_id, latitude, longitude from messages
        where latitude is not null and direction = 'inbound' and sent_at < ($2::date + 1)::timestamp at time zone $3
        order by sent_at desc limit ${MOST_POINTS})
      union all
      (select w.report_id, a.latitude, a.longitude
         from (select message_id, latitude, longitude from attachments where latitude is not null
                order by id desc limit ${MOST_POINTS}) a
         join messages w on w.id = a.message_id and w.direction = 'inbound')) m
  ), points as (
    select left(r.area_code, 8) as area, json_build_object(
             'latitude', percentile_cont(0.5) within group (order by l.latitude),
             'longitude', percentile_cont(0.5) within group (order by l.longitude)) as point
      from located l join reports r on r.id = l.report_id where r.area_code is not null and ${IN_PERIOD} group by 1
  )
  select ${list(`select day::text, key as class, sum(count)::int as count
                   from ${tallies(`kind = 'arrived' and day between $1 and $2`)} t
                  group by 1, 2 having sum(count) <> 0 order by 1, 2`)} as arrivals,
         ${list(`select key as channel, count from sums where kind = 'channel' order by 2 desc, 1`)} as channels,
         ${list(`select nullif(key, '') as "group", count from sums where kind = 'topic' order by 2 desc, 1`)} as topics,
         ${list(`select nullif(s.key, '') as code, s.count, p.point from sums s left join points p on p.area = s.key
                  where s.kind = 'area' order by 2 desc, 1`)} as areas,
         ${span('answered', 'first_answered_at')} as "firstAnswer",
         ${span('completed', 'closed_at')} as completion,
         json_build_object(
           'met', ${sumOf('on-time', `key = 'met'`)},
           'missed', ${sumOf('on-time', `key = 'missed'`)} +
             ${sumOf('answer-due', 'key::numeric < extract(epoch from now())')}) as "onTime",
         (select json_agg(${sumOf('stars', 'key = star::text')} order by star) from generate_series(1, 5) star) as stars,
         json_build_object('count', ${sumOf('decision')}, 'kept', ${sumOf('decision', `key = 'kept'`)}) as decisions,
         (select json_agg(coalesce(w.count, 0) order by bucket)
            from generate_series(0, cardinality($5::float8[])) bucket
            left join waiting w on w.age = bucket) as ages,
         (select coalesce(sum(count) filter (where key::numeric < extract(epoch from now())), 0)::int
            from ${tallies(`kind = 'due'`)} t) as overdue
    from report_tally_state where time_zone = $3`;
