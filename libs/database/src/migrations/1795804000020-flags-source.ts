import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who set the flags of a report: a person may set one while the class stays undecided. */
export class FlagsSource1795804000020 implements MigrationInterface {
  name = 'FlagsSource1795804000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table reports add column flags_source text not null default 'model'
         check (flags_source in ('model', 'person'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reports drop column flags_source');
  }
}
