import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people call places, beyond the names that ship. */
export class PlaceAliases1795721000000 implements MigrationInterface {
  name = 'PlaceAliases1795721000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`insert into vocabularies (kind) values ('place-aliases')`);
    await runner.query(`create table place_aliases (
      id uuid primary key,
      name text not null,
      folded text not null unique,
      codes text[] not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      updated_by uuid references users (id),
      retired_at timestamptz
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table place_aliases');
    await runner.query(`delete from vocabularies where kind = 'place-aliases'`);
  }
}
