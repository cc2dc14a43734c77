import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A tenant's own spellings, and the number by which every process sees that they have changed. */
export class Lexicon1795711000000 implements MigrationInterface {
  name = 'Lexicon1795711000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table vocabularies (
      kind text primary key,
      version bigint not null default 0,
      updated_at timestamptz not null default now()
    )`);
    await runner.query(`insert into vocabularies (kind) values ('lexicon')`);
    await runner.query(`create table lexicon_entries (
      id uuid primary key,
      spelling text not null unique,
      words text[] not null check (cardinality(words) > 0),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      updated_by uuid references users (id),
      retired_at timestamptz
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lexicon_entries');
    await runner.query('drop table vocabularies');
  }
}
