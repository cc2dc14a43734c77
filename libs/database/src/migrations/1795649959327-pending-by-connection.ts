import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each connection's own line of what is pending, so that a flooding one does not make the others wait. */
export class PendingByConnection1795649959327 implements MigrationInterface {
  name = 'PendingByConnection1795649959327';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index raw_events_pending_of on raw_events (connection_id, id, lane) where state = 'pending'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index raw_events_pending_of');
  }
}
