import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Buttons below an answer, one of which the citizen may press instead of typing. */
export class ReplyChoices1795708000000 implements MigrationInterface {
  name = 'ReplyChoices1795708000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table replies add column choices text[] not null default '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table replies drop column choices');
  }
}
