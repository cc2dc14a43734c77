import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Made-up messages come through connections of their own, so that they can be removed without touching a real one. */
export class SampleConnections1795709000000 implements MigrationInterface {
  name = 'SampleConnections1795709000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table connections add column is_sample boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table connections drop column is_sample');
  }
}
