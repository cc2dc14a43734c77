import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A connection's newest reports, for the interfaces that list them. */
export class ReportsOfConnection1795671957274 implements MigrationInterface {
  name = 'ReportsOfConnection1795671957274';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index reports_of_connection on reports (connection_id, received_at desc, id desc)',
    );
    await runner.query('drop index reports_connection_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('create index reports_connection_id on reports (connection_id)');
    await runner.query('drop index reports_of_connection');
  }
}
