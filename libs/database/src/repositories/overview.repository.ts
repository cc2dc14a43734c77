import { Injectable } from '@nestjs/common';
import type { ReportClass } from '@app/report-model';
import { Database } from '../database.js';

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
  constructor(private readonly database: Database) {}

  /** One round trip: the period is read once, over the index by receipt; what waits over the partial ones. */
  async figures(period: OverviewPeriod): Promise<OverviewFigures> {
    const [row] = await this.database.query<OverviewFigures>(FIGURES, [
      period.from,
      period.to,
      period.timeZone,
      period.agencyId,
      period.backlogDays,
    ]);
    if (!row) throw new Error('A query of figures gives one row');
    return row;
  }
}

/** Points that a median is taken of, the latest: more would not move it. */
const MOST_POINTS = 5_000;

const list = (query: string) => `(select coalesce(json_agg(l), '[]'::json) from (${query}) l)`;

const span = (end: string, condition: string) => `(
  select json_build_object('count', count(*)::int, 'medianHours', percentile_cont(0.5) within group (order by hours),
                           'p90Hours', percentile_cont(0.9) within group (order by hours))
    from (select extract(epoch from ${end} - received_at)::float8 / 3600 as hours
            from chosen where class <> 'spam' and ${condition}) s)`;

const FIGURES = `
  with chosen as materialized (
    select id, received_at, class, class_source, channel, topic_group, left(area_code, 8) as area, status, first_answered_at, closed_at, answer_due_at
      from reports
     where received_at >= $1::date::timestamp at time zone $3
       and received_at < ($2::date + 1)::timestamp at time zone $3
       and ($4::uuid is null or agency_id = $4)
  ), waiting as (
    select width_bucket(((now() at time zone $3)::date - (received_at at time zone $3)::date)::float8, $5::float8[]) as age,
           count(*)::int
      from reports
     where status in ('new', 'verified', 'in-progress', 'on-hold') and class <> 'spam'
       and (last_answered_at is null or last_answered_at < last_message_at) and ($4::uuid is null or agency_id = $4)
     group by 1
  )
  , located as materialized (
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
    select c.area, json_build_object(
             'latitude', percentile_cont(0.5) within group (order by l.latitude),
             'longitude', percentile_cont(0.5) within group (order by l.longitude)) as point
      from located l join chosen c on c.id = l.report_id where c.area is not null group by 1
  )
  select ${list(`select to_char(received_at at time zone $3, 'YYYY-MM-DD') as day, class, count(*)::int
                   from chosen group by 1, 2 order by 1, 2`)} as arrivals,
         ${list(`select channel, count(*)::int from chosen group by 1 order by 2 desc, 1`)} as channels,
         ${list(`select topic_group as "group", count(*)::int from chosen where class <> 'spam'
                  group by 1 order by 2 desc, 1`)} as topics,
         ${list(`select a.area as code, a.count, p.point
                   from (select area, count(*)::int from chosen where class <> 'spam' group by 1) a
                   left join points p on p.area = a.area order by a.count desc, 1`)} as areas,
         ${span('first_answered_at', 'first_answered_at is not null')} as "firstAnswer",
         ${span('closed_at', `status = 'closed' and closed_at is not null`)} as completion,
         (select json_build_object(
                   'met', count(*) filter (where first_answered_at <= answer_due_at)::int,
                   'missed', count(*) filter (where coalesce(first_answered_at, now()) > answer_due_at)::int)
            from chosen where class <> 'spam') as "onTime",
         (select json_agg(coalesce(s.count, 0) order by star) from generate_series(1, 5) star
            left join (select stars, count(*)::int from report_ratings
                        where report_id in (select id from chosen where class <> 'spam') group by 1) s on s.stars = star) as stars,
         (select json_build_object('count', count(*)::int, 'kept', count(*) filter (where m.class = c.class)::int)
            from chosen c join lateral (
              select o.class from classifications o
               where o.report_id = c.id and o.source = 'model' order by o.id desc limit 1) m on true
           where c.class_source = 'person') as decisions,
         (select json_agg(coalesce(w.count, 0) order by bucket)
            from generate_series(0, cardinality($5::float8[])) bucket
            left join waiting w on w.age = bucket) as ages,
         (select count(*)::int from reports
           where next_due_at < now() and ($4::uuid is null or agency_id = $4)) as overdue`;
