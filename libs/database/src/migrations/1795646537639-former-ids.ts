import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ids that people and conversations had before, and a way to an answer by its key. */
export class FormerIds1795646537639 implements MigrationInterface {
  name = 'FormerIds1795646537639';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table former_ids (
      space text not null,
      former_id text not null,
      current_id text not null,
      primary key (space, former_id)
    )`);
    await runner.query('create index former_ids_current on former_ids (space, current_id)');
    await runner.query(
      `create index replies_unknown on replies (connection_id, (idempotency_key::text)) where state = 'unknown'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index replies_unknown');
    await runner.query('drop table former_ids');
  }
}
