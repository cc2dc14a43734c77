import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The pace of connections. Unlogged: after a crash of the server it starts anew, and costs no write-ahead log. */
export class RateBuckets1795644972522 implements MigrationInterface {
  name = 'RateBuckets1795644972522';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create unlogged table rate_buckets (
      connection_id uuid not null references connections (id) on delete cascade,
      full_at timestamptz not null,
      resets_at timestamptz,
      remaining integer,
      bucket text not null,
      primary key (connection_id, bucket)
    ) with (fillfactor = 70)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rate_buckets');
  }
}
