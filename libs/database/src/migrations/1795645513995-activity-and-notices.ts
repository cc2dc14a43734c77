import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How busy each connection is, its silence, and what admins are told. */
export class ActivityAndNotices1795645513995 implements MigrationInterface {
  name = 'ActivityAndNotices1795645513995';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notice_readers, notices, connection_activity');
    await runner.query(
      'alter table connections drop column health_since, drop column quiet_since, drop column usual_gap_seconds',
    );
  }
}

const STATEMENTS = [
  `alter table connections
     add column health_since timestamptz not null default now(),
     add column quiet_since timestamptz,
     add column usual_gap_seconds real`,
  // One row for every ten minutes in which something came or failed; kept for five weeks.
  `create table connection_activity (
     connection_id uuid not null references connections (id) on delete cascade,
     slot timestamptz not null,
     received integer not null default 0,
     failures integer not null default 0,
     primary key (connection_id, slot)
   ) with (fillfactor = 80)`,
  `create table notices (
     id bigint generated always as identity primary key,
     connection_id uuid not null references connections (id) on delete cascade,
     at timestamptz not null default now(),
     resolved_at timestamptz,
     kind text not null,
     data jsonb not null default '{}'
   )`,
  `create unique index notices_open on notices (connection_id, kind) where resolved_at is null`,
  `create table notice_readers (
     user_id uuid primary key references users (id) on delete cascade,
     last_notice_id bigint not null
   )`,
];
