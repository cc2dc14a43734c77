import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an event that comes again was erased is asked for each event that comes: mostly of an index with nothing in it. */
export class ErasedEvents1795722000000 implements MigrationInterface {
  name = 'ErasedEvents1795722000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index raw_events_erased on raw_events (connection_id, kind, external_id) where erased_at is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index raw_events_erased');
  }
}
