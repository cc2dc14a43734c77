import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a report counts towards: null counts towards nothing. Times are seconds since 1970, spans as `span_bucket` tells. */
const FACTS = `(values
    ('arrived', r.class),
    ('channel', r.channel),
    ('decision', case when r.class_source = 'person' then case when r.model_class = r.class then 'kept' else 'changed' end end),
    ('due', extract(epoch from r.next_due_at)::text),
    ('topic', case when r.class <> 'spam' then coalesce(r.topic_group, '') end),
    ('area', case when r.class <> 'spam' then coalesce(left(r.area_code, 8), '') end),
    ('stars', case when r.class <> 'spam' then r.stars::text end),
    ('answered', case when r.class <> 'spam' and r.first_answered_at is not null
      then span_bucket(r.received_at, r.first_answered_at)::text end),
    ('completed', case when r.class <> 'spam' and r.status = 'closed' and r.closed_at is not null
      then span_bucket(r.received_at, r.closed_at)::text end),
    ('on-time', case when r.class <> 'spam' then
      case when r.first_answered_at <= r.answer_due_at then 'met' when r.first_answered_at > r.answer_due_at then 'missed' end end),
    ('answer-due', case when r.class <> 'spam' and r.first_answered_at is null then extract(epoch from r.answer_due_at)::text end),
    ('waiting', case when r.class <> 'spam' and r.is_waiting then '' end)) f(kind, key)`;

/** What of a report the facts are told from. */
const READ = `received_at, agency_id, class, class_source, model_class, channel, next_due_at, topic_group, area_code, stars,
  status, first_answered_at, closed_at, answer_due_at, status in ('new', 'verified', 'in-progress', 'on-hold')
    and (last_answered_at is null or last_answered_at < last_message_at) as is_waiting`;

/** @param rows what is read of reports with a `sign`: 1 for those that count, -1 for those that count no more */
const counted = (rows: string): string => `
  select s.scope, c.day, c.kind, c.key, sum(c.count)::int as count
    from (
      select r.agency_id, (r.received_at at time zone zone)::date as day, f.kind, f.key, sum(r.sign) as count
        from (${rows}) r cross join lateral ${FACTS}
       where f.key is not null group by 1, 2, 3, 4) c
   cross join lateral (values ('00000000-0000-0000-0000-000000000000'::uuid), (c.agency_id)) s(scope)
   where s.scope is not null
   group by 1, 2, 3, 4 having sum(c.count) <> 0`;

const change = (rows: string): string => `insert into report_tally_changes ${counted(rows)}`;
const rowsOf = (table: string, sign: number): string => `select ${READ}, ${sign} as sign from ${table}`;
/** Most changes of a report change nothing that is counted. */
const replaced = (by: string, table: string, sign: number): string =>
  `select *, ${sign} as sign from (select ${READ} from ${by} except all select ${READ} from ${table}) t`;

const UP = [
  `alter table reports
     add column model_class text,
     add column stars smallint check (stars between 1 and 5)`,
  `update reports r set model_class = (select c.class from classifications c
      where c.report_id = r.id and c.source = 'model' order by c.id desc limit 1) where r.class_source = 'person'`,
  `update reports r set stars = g.stars from report_ratings g where g.report_id = r.id`,
  // Eight buckets for each doubling, from a second on.
  `create function span_bucket(began timestamptz, ended timestamptz) returns int language sql immutable parallel safe
     return floor(8 * ln(greatest(extract(epoch from ended - began)::float8, 1)) / ln(2))::int`,
  `create index reports_answer_spans on reports (span_bucket(received_at, first_answered_at), received_at)
     include (first_answered_at, agency_id) where first_answered_at is not null and class <> 'spam'`,
  `create index reports_completion_spans on reports (span_bucket(received_at, closed_at), received_at)
     include (closed_at, agency_id) where closed_at is not null and status = 'closed' and class <> 'spam'`,
  `create table report_tallies (
     scope uuid not null, day date not null, kind text not null, key text not null, count integer not null,
     primary key (scope, kind, day, key) include (count))`,
  'drop index messages_located',
  `create index messages_located on messages (sent_at) include (report_id, latitude, longitude)
     where latitude is not null and direction = 'inbound'`,
  `create table report_tally_changes (
     scope uuid not null, day date not null, kind text not null, key text not null, count integer not null)`,
  // Null until days of some zone were counted: nothing is noted before.
  'create table report_tally_state (is_only boolean primary key default true check (is_only), time_zone text)',
  'insert into report_tally_state default values',
  `create function tally_reports() returns trigger language plpgsql as $$
   declare zone text := (select time_zone from report_tally_state);
   begin
     if zone is null then return null; end if;
     case tg_op
       when 'INSERT' then ${change(rowsOf('new_rows', 1))};
       when 'DELETE' then ${change(rowsOf('old_rows', -1))};
       when 'UPDATE' then
         ${change(`${replaced('new_rows', 'old_rows', 1)} union all ${replaced('old_rows', 'new_rows', -1)}`)};
       else
         delete from report_tallies;
         delete from report_tally_changes;
     end case;
     return null;
   end $$`,
  `create function count_reports(zone text) returns setof report_tallies language sql stable as
   $$ ${counted(rowsOf('reports', 1))} $$`,
  `create trigger tally_insert after insert on reports referencing new table as new_rows
     for each statement execute function tally_reports()`,
  `create trigger tally_delete after delete on reports referencing old table as old_rows
     for each statement execute function tally_reports()`,
  `create trigger tally_update after update on reports referencing old table as old_rows new table as new_rows
     for each statement execute function tally_reports()`,
  'create trigger tally_truncate after truncate on reports for each statement execute function tally_reports()',
];

/**
 * Counts of reports by day received, for all (`scope` of zeros) and for each agency, kept by triggers: in `report_tallies`,
 * with what has changed since in `report_tally_changes`. Both together are what `count_reports` counts, at any moment.
 */
export class ReportTallies1795802000000 implements MigrationInterface {
  name = 'ReportTallies1795802000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const operation of ['insert', 'delete', 'update', 'truncate']) {
      await runner.query(`drop trigger tally_${operation} on reports`);
    }
    await runner.query('drop function tally_reports, count_reports(text)');
    await runner.query('drop table report_tallies, report_tally_changes, report_tally_state');
    await runner.query('drop index reports_answer_spans, reports_completion_spans');
    await runner.query('drop function span_bucket');
    await runner.query('drop index messages_located');
    await runner.query(
      `create index messages_located on messages (sent_at) where latitude is not null and direction = 'inbound'`,
    );
    await runner.query('alter table reports drop column model_class, drop column stars');
  }
}
