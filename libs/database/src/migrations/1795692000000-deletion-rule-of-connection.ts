import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happens with a message that its author deletes, where a connection differs from the installation. */
export class DeletionRuleOfConnection1795692000000 implements MigrationInterface {
  name = 'DeletionRuleOfConnection1795692000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table connections add column deletion_rule text check (deletion_rule in ('hide', 'erase'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table connections drop column deletion_rule');
  }
}
