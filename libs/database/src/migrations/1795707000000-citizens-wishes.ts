import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos of our own form, reports that are kept secret, and what citizens say of the answer. */
export class CitizensWishes1795707000000 implements MigrationInterface {
  name = 'CitizensWishes1795707000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table form_photos, report_ratings');
    await runner.query('alter table reports drop column is_confidential');
  }
}

const UP = [
  // Photos wait here from their upload until the form that they belong to has become a message.
  `create table form_photos (
     submission_id uuid not null,
     connection_id uuid not null references connections (id) on delete cascade,
     sha256 text not null references media_files (sha256) on delete cascade,
     id bigint generated always as identity,
     mime_type text not null,
     size_bytes bigint not null,
     file_name text not null,
     primary key (submission_id, sha256)
   )`,
  'create index form_photos_sha256 on form_photos (sha256)',
  'create index form_photos_connection_id on form_photos (connection_id)',
  'alter table reports add column is_confidential boolean not null default false',
  // One a report: who thinks again, replaces it.
  `create table report_ratings (
     report_id uuid primary key references reports (id) on delete cascade,
     stars smallint not null check (stars between 1 and 5),
     words text not null,
     rated_at timestamptz not null default now()
   )`,
  'create index report_ratings_rated_at on report_ratings (rated_at)',
];
