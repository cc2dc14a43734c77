import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which accounts people have said to be one person; what was moved, so that it can be moved back. */
export class ContactMerges1795648153938 implements MigrationInterface {
  name = 'ContactMerges1795648153938';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table contact_merges');
  }
}

const STATEMENTS = [
  `create table contact_merges (
     id uuid primary key,
     kept_id uuid not null references contacts (id),
     merged_id uuid not null references contacts (id),
     merged_by uuid references users (id),
     undone_by uuid references users (id),
     merged_at timestamptz not null default now(),
     undone_at timestamptz,
     identity_ids uuid[] not null,
     reason text,
     check (kept_id <> merged_id)
   )`,
  `create index contact_merges_kept on contact_merges (kept_id, merged_at desc)`,
  `create index contact_merges_merged on contact_merges (merged_id)`,
  `create index contact_merges_merged_by on contact_merges (merged_by)`,
  `create index contact_merges_undone_by on contact_merges (undone_by)`,
];
