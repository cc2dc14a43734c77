import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What keeps an inbox in order: reports that rest until a time, tags, saved views, and changes of many at once. */
export class SnoozeTagsViewsBulk1795673500000 implements MigrationInterface {
  name = 'SnoozeTagsViewsBulk1795673500000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table bulk_items, bulk_jobs, saved_views, tags');
    await runner.query('drop index replies_proposed');
    await runner.query(
      'alter table reports drop column snoozed_until, drop column snoozed_by, drop column tags',
    );
  }
}

const STATEMENTS = [
  `alter table reports
     add column snoozed_until timestamptz,
     add column snoozed_by uuid references users (id),
     add column tags text[] not null default '{}'`,
  `create index reports_snoozed on reports (snoozed_until) where snoozed_until is not null`,
  `create index reports_snoozed_by on reports (snoozed_by) where snoozed_by is not null`,
  `create index reports_tags on reports using gin (tags) where tags <> '{}'`,
  `create index replies_proposed on replies (report_id) where state = 'proposed'`,
  `create table tags (
    name text primary key,
    used_at timestamptz not null default now()
  )`,
  `create table saved_views (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    created_at timestamptz not null default now(),
    is_shared boolean not null default false,
    name text not null,
    query text not null
  )`,
  `create index saved_views_user_id on saved_views (user_id)`,
  `create table bulk_jobs (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    created_at timestamptz not null default now(),
    finished_at timestamptz,
    total integer not null default 0,
    action jsonb not null
  )`,
  `create index bulk_jobs_user_id on bulk_jobs (user_id, created_at desc)`,
  `create index bulk_jobs_open on bulk_jobs (created_at) where finished_at is null`,
  `create table bulk_items (
    job_id uuid not null references bulk_jobs (id) on delete cascade,
    report_id uuid not null references reports (id) on delete cascade,
    -- The change it made; for a job that takes another back, the change to take back.
    event_id bigint,
    position integer not null,
    taken_at timestamptz,
    outcome text check (outcome in ('done', 'unchanged', 'refused')),
    problem text,
    primary key (job_id, report_id)
  )`,
  `create index bulk_items_report_id on bulk_items (report_id)`,
  `create index bulk_items_open on bulk_items (job_id, position) where outcome is null`,
];
