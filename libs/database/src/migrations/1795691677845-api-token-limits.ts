import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens that only read, and tokens that end by themselves; earlier ones do neither. */
export class ApiTokenLimits1795691677845 implements MigrationInterface {
  name = 'ApiTokenLimits1795691677845';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table api_tokens
         add column expires_at timestamptz,
         add column is_read_only boolean not null default false`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table api_tokens drop column expires_at, drop column is_read_only');
  }
}
