import { Injectable } from '@nestjs/common';
import type { ReportClass } from '@app/report-model';
import { Database } from '../database.js';

/** Figures of one week, which begins on a Monday of the installation's time zone. */
export interface ModelWeek {
  /** e.g. `2026-11-23` */
  readonly week: string;
  /** How often the model said each class. */
  readonly classes: Readonly<Partial<Record<ReportClass, number>>>;
  /** Mean, 0 to 1; null in a week without messages. */
  readonly confidence: number | null;
  /** Reports whose class or flags a person changed, and those that a person left as they were. */
  readonly corrected: number;
  readonly confirmed: number;
}

/** What people made of one class of the model. */
export interface DecidedClass {
  readonly class: ReportClass;
  /** Reports that the model called so. */
  readonly said: number;
  /** Of these, how many a person has decided on, and how many of those otherwise. */
  readonly decided: number;
  readonly corrected: number;
  /** Decided reports that are of this class in truth. */
  readonly truly: number;
}

const WEEK = (column: string) => `to_char(date_trunc('week', ${column} at time zone $2), 'YYYY-MM-DD')`;

/** How the model does, as time goes by and as people judge it. */
@Injectable()
export class ModelQualityRepository {
  constructor(private readonly database: Database) {}

  /** Every week from that of `weeks` - 1 weeks ago on, oldest first. */
  async weeks(weeks: number, timeZone: string): Promise<ModelWeek[]> {
    return this.database.query<ModelWeek>(WEEKS, [weeks, timeZone]);
  }

  async classes(weeks: number, timeZone: string): Promise<DecidedClass[]> {
    return this.database.query<DecidedClass>(CLASSES, [weeks, timeZone]);
  }
}

const START = `(date_trunc('week', now() at time zone $2) - ($1::int - 1) * interval '1 week') at time zone $2`;

const WEEKS = `
  with said as (
    select ${WEEK('created_at')} as week, class, count(*)::int as count, sum(confidence) as confidence
      from classifications where source = 'model' and created_at >= ${START} group by 1, 2
  ), decided as (
    select ${WEEK('p.created_at')} as week,
           count(*) filter (where m.class <> p.class or m.flags <> p.flags)::int as corrected,
           count(*) filter (where m.class = p.class and m.flags = p.flags)::int as confirmed
      from classifications p join lateral (
        select o.class, o.flags from classifications o
         where o.report_id = p.report_id and o.source = 'model' and o.id < p.id order by o.id desc limit 1) m on true
     where p.source = 'person' and p.created_at >= ${START} and not exists (
       select from classifications n where n.report_id = p.report_id and n.source = 'person' and n.id > p.id)
     group by 1
  )
  select w.week, coalesce((select json_object_agg(s.class, s.count) from said s where s.week = w.week), '{}') as classes,
         (select (sum(s.confidence) / sum(s.count))::float8 from said s where s.week = w.week) as confidence,
         coalesce(d.corrected, 0) as corrected, coalesce(d.confirmed, 0) as confirmed
    from (select to_char(date_trunc('week', now() at time zone $2) - back * interval '1 week', 'YYYY-MM-DD') as week
            from generate_series($1::int - 1, 0, -1) back) w
    left join decided d on d.week = w.week order by w.week`;

const CLASSES = `
  with opinions as materialized (
    select distinct on (o.report_id) o.report_id, o.class as said,
           case when r.class_source = 'person' then r.class end as decided
      from classifications o join reports r on r.id = o.report_id
     where o.source = 'model' and o.created_at >= ${START} order by o.report_id, o.id desc
  )
  select c.class, (count(*) filter (where o.said = c.class))::int as said,
         (count(*) filter (where o.said = c.class and o.decided is not null))::int as decided,
         (count(*) filter (where o.said = c.class and o.decided <> c.class))::int as corrected,
         (count(*) filter (where o.decided = c.class))::int as truly
    from unnest(array['complaint', 'aspiration', 'information', 'other', 'spam']) c(class)
    left join opinions o on true group by c.class`;
