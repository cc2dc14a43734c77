import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a connection's open session says of itself: connecting, to be linked, open, closed. */
export class SessionState1795645041687 implements MigrationInterface {
  name = 'SessionState1795645041687';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table connections add column session_state jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table connections drop column session_state');
  }
}
