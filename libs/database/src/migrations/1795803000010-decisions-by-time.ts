import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What officers decided in a period, and what the model was unsure about: read from indexes of these alone. */
export class DecisionsByTime1795803000010 implements MigrationInterface {
  name = 'DecisionsByTime1795803000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index classifications_decided on classifications (created_at, report_id, id, class) where source = 'person'`,
    );
    await runner.query(
      `create index classifications_unsure on classifications (created_at, report_id) where source = 'model' and is_unsure`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index classifications_decided, classifications_unsure');
  }
}
