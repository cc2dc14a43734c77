import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which of the tenant's words a report was read; null: before this was kept. */
export class VocabularyOfReport1795803000020 implements MigrationInterface {
  name = 'VocabularyOfReport1795803000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table report_facts add column lexicon_version integer, add column place_names_version integer',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table report_facts drop column lexicon_version, drop column place_names_version',
    );
  }
}
