import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports are also looked for by the name of who wrote them. */
export class ContactNames1795804000100 implements MigrationInterface {
  name = 'ContactNames1795804000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index contacts_names on contacts using gin (to_tsvector('simple', display_name)) where not is_anonymous`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index contacts_names');
  }
}
