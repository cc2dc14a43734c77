import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of reports with an answer that failed or whose fate is not known. */
export class UndecidedReplies1795804000010 implements MigrationInterface {
  name = 'UndecidedReplies1795804000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index replies_undecided on replies (report_id) where state in ('failed', 'unknown')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index replies_undecided');
  }
}
