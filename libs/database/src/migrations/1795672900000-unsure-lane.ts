import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports that a person must look at first ("perlu ditinjau"), and the second class where two apply. */
export class UnsureLane1795672900000 implements MigrationInterface {
  name = 'UnsureLane1795672900000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['reports', 'classifications']) {
      await runner.query(
        `alter table ${table} add column is_unsure boolean not null default false, add column secondary_class text
           check (secondary_class in ('complaint', 'aspiration', 'information', 'other', 'spam'))`,
      );
    }
    await runner.query(
      'create index reports_unsure on reports (last_message_at desc, id desc) where is_unsure',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index reports_unsure');
    for (const table of ['reports', 'classifications']) {
      await runner.query(`alter table ${table} drop column is_unsure, drop column secondary_class`);
    }
  }
}
