import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that came with messages: content by its hash, and where each attachment's fetching stands. */
export class Media1795645266973 implements MigrationInterface {
  name = 'Media1795645266973';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table attachments drop column sha256, drop column raw_event_id, drop column state',
    );
    await runner.query(
      `alter table attachments drop column refusal, drop column problem, drop column attempts,
         drop column next_attempt_at, drop column fetching_since, drop column created_at,
         drop column latitude, drop column longitude`,
    );
    await runner.query('drop index raw_events_merged');
    await runner.query('drop table media_files');
  }
}

const STATEMENTS = [
  // The bytes lie in the data folder under their hash; a row without references is removed together with its file.
  `create table media_files (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    created_at timestamptz not null default now(),
    touched_at timestamptz not null default now(),
    size_bytes bigint not null,
    width integer,
    height integer,
    has_thumbnail boolean not null default false,
    mime_type text not null
  )`,
  `create index media_files_touched_at on media_files (touched_at)`,
  `alter table attachments
    add column sha256 text references media_files (sha256),
    add column raw_event_id bigint,
    add column created_at timestamptz not null default now(),
    add column next_attempt_at timestamptz,
    add column fetching_since timestamptz,
    add column latitude double precision,
    add column longitude double precision,
    add column attempts smallint not null default 0,
    add column state text not null default 'none'
      check (state in ('none', 'pending', 'stored', 'failed', 'refused', 'erased')),
    add column refusal text check (refusal in ('too-large', 'type-not-allowed', 'gone')),
    add column problem text`,
  `update attachments a set state = 'pending', raw_event_id = m.raw_event_id
     from messages m where m.id = a.message_id and (a.url is not null or a.external_id is not null)`,
  // Edits and album parts, for erasing what their author deleted.
  `create index raw_events_merged on raw_events (message_id) where state = 'merged'`,
  `create index attachments_open on attachments (next_attempt_at) where state in ('pending', 'failed')`,
  `create index attachments_sha256 on attachments (sha256) where sha256 is not null`,
];
