import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conversations that the citizen has shut: why, and as of when it is known that they are shut or open. */
export class ClosedConversations1795706800000 implements MigrationInterface {
  name = 'ClosedConversations1795706800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table conversations add column closed_reason jsonb, add column reachability_at timestamptz',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table conversations drop column closed_reason, drop column reachability_at');
  }
}
