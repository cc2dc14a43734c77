import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was erased at a person's request: a database that is restored must not bring it back. */
export class ErasureRequests1795803000000 implements MigrationInterface {
  name = 'ErasureRequests1795803000000';

  async up(runner: QueryRunner): Promise<void> {
    // No references: a restored database may not know them.
    await runner.query(`create table erasure_requests (
      id uuid primary key,
      contact_id uuid not null,
      is_name_erased boolean not null,
      at timestamptz not null,
      report_ids uuid[] not null
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table erasure_requests');
  }
}
