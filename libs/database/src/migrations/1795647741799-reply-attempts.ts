import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every sending of an answer, the files that go along, and the messages that the platform made of it. */
export class ReplyAttempts1795647741799 implements MigrationInterface {
  name = 'ReplyAttempts1795647741799';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reply_attempts, reply_files, reply_parts');
    await runner.query(
      'alter table replies drop column mode, drop column template, drop column check_requested_at',
    );
  }
}

const STATEMENTS = [
  `alter table replies
    add column check_requested_at timestamptz,
    add column mode text check (mode in ('public', 'private')),
    add column template jsonb`,
  `create table reply_attempts (
    id bigint generated always as identity primary key,
    reply_id uuid not null references replies (id) on delete cascade,
    started_at timestamptz not null default now(),
    ended_at timestamptz,
    outcome text check (outcome in ('sent', 'delivered', 'failed', 'unknown', 'postponed')),
    problem text,
    external_id text
  )`,
  `create index reply_attempts_reply_id on reply_attempts (reply_id, id)`,
  // Uploaded for a report before the answer is written; without an answer they are removed after a day.
  `create table reply_files (
    id uuid primary key,
    report_id uuid not null references reports (id) on delete cascade,
    reply_id uuid references replies (id) on delete cascade,
    created_at timestamptz not null default now(),
    position smallint not null default 0,
    sha256 text not null references media_files (sha256),
    file_name text not null
  )`,
  `create index reply_files_report_id on reply_files (report_id)`,
  `create index reply_files_reply_id on reply_files (reply_id, position) where reply_id is not null`,
  `create index reply_files_sha256 on reply_files (sha256)`,
  `create index reply_files_unused on reply_files (created_at) where reply_id is null`,
  // A platform may make several messages of one answer; the first one's id stands in replies.
  `create table reply_parts (
    connection_id uuid not null references connections (id),
    external_id text not null,
    reply_id uuid not null references replies (id) on delete cascade,
    primary key (connection_id, external_id)
  )`,
  `create index reply_parts_reply_id on reply_parts (reply_id)`,
];
