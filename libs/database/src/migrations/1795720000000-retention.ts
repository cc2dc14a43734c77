import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was erased and when, what is on hold, and the runs that erase. */
export class Retention1795720000000 implements MigrationInterface {
  name = 'Retention1795720000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const ENDED = `(case when status = 'not-our-authority' then updated_at else closed_at end)`;

const UP = [
  // In place of an id that names a person: the same id is still known when it comes again.
  `create function erased_id(id text) returns text language sql stable as
     $$ select 'erased:' || encode(sha256(convert_to(id, 'UTF8')), 'hex') $$`,
  'alter table raw_events add column erased_at timestamptz',
  'alter table contacts add column erased_at timestamptz',
  'alter table reports add column contents_erased_at timestamptz, add column media_erased_at timestamptz',
  // What was erased and changed afterwards is to be erased again. Reports that are at work stand in none of these.
  `create index reports_contents_kept on reports (${ENDED}, id)
     where ${ENDED} is not null and (contents_erased_at is null or contents_erased_at < updated_at)`,
  `create index reports_media_kept on reports (${ENDED}, id)
     where ${ENDED} is not null and (media_erased_at is null or media_erased_at < updated_at)`,
  `create index reports_spam_kept on reports (received_at, id)
     where class = 'spam' and not is_unsure and (contents_erased_at is null or contents_erased_at < updated_at)`,
  `create table legal_holds (
     id uuid primary key,
     report_id uuid references reports (id) on delete cascade,
     incident_id uuid references incidents (id) on delete cascade,
     placed_by uuid references users (id),
     released_by uuid references users (id),
     placed_at timestamptz not null default now(),
     released_at timestamptz,
     reason text not null,
     release_reason text,
     check (num_nonnulls(report_id, incident_id) = 1)
   )`,
  'create unique index legal_holds_of_report on legal_holds (report_id) where released_at is null',
  'create unique index legal_holds_of_incident on legal_holds (incident_id) where released_at is null',
  'create index legal_holds_report_id on legal_holds (report_id) where report_id is not null',
  'create index legal_holds_incident_id on legal_holds (incident_id) where incident_id is not null',
  'create index legal_holds_placed_by on legal_holds (placed_by)',
  'create index legal_holds_released_by on legal_holds (released_by) where released_by is not null',
  `create table retention_runs (
     id uuid primary key,
     requested_by uuid references users (id),
     requested_at timestamptz not null default now(),
     taken_at timestamptz,
     finished_at timestamptz,
     state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
     results jsonb not null default '{}',
     problem text
   )`,
  'create index retention_runs_requested_at on retention_runs (requested_at desc)',
  'create index retention_runs_requested_by on retention_runs (requested_by)',
  `create unique index retention_runs_open on retention_runs ((true)) where state in ('queued', 'running')`,
];

const DOWN = [
  'drop table retention_runs, legal_holds',
  'drop index reports_contents_kept, reports_media_kept, reports_spam_kept',
  'alter table reports drop column contents_erased_at, drop column media_erased_at',
  'alter table contacts drop column erased_at',
  'alter table raw_events drop column erased_at',
  'drop function erased_id',
];
