import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What colleagues tell each other about a report, what each is told, and answers that are not yet finished. */
export class NotesAndDrafts1795671600000 implements MigrationInterface {
  name = 'NotesAndDrafts1795671600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reply_drafts, user_notices, note_mentions, report_notes');
  }
}

const STATEMENTS = [
  `create table report_notes (
    id uuid primary key,
    report_id uuid not null references reports (id) on delete cascade,
    author_id uuid references users (id),
    idempotency_key uuid not null,
    created_at timestamptz not null default now(),
    text text not null,
    constraint report_notes_once unique (report_id, idempotency_key)
  )`,
  `create index report_notes_author_id on report_notes (author_id)`,
  `create table note_mentions (
    note_id uuid not null references report_notes (id) on delete cascade,
    user_id uuid not null references users (id) on delete cascade,
    primary key (note_id, user_id)
  )`,
  `create index note_mentions_user_id on note_mentions (user_id)`,
  `create table user_notices (
    id bigint generated always as identity primary key,
    user_id uuid not null references users (id) on delete cascade,
    report_id uuid not null references reports (id) on delete cascade,
    actor_id uuid references users (id) on delete set null,
    at timestamptz not null default now(),
    read_at timestamptz,
    kind text not null,
    detail text
  )`,
  `create index user_notices_user_id on user_notices (user_id, id desc)`,
  `create index user_notices_report_id on user_notices (report_id)`,
  `create index user_notices_actor_id on user_notices (actor_id)`,
  `create table reply_drafts (
    report_id uuid not null references reports (id) on delete cascade,
    user_id uuid not null references users (id) on delete cascade,
    edited_at timestamptz not null,
    content jsonb not null,
    primary key (report_id, user_id)
  )`,
  `create index reply_drafts_user_id on reply_drafts (user_id)`,
];
