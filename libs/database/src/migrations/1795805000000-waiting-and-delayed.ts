import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of what waits for an answer, and of what came long after it was sent. */
export class WaitingAndDelayed1795805000000 implements MigrationInterface {
  name = 'WaitingAndDelayed1795805000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index reports_waiting on reports (last_message_at desc, id desc)
         where status in ('new', 'verified', 'in-progress', 'on-hold')
           and (last_answered_at is null or last_answered_at < last_message_at)`,
    );
    // The time of receipt is judged in the index: a file may bring many thousands of old reports on one day.
    await runner.query(
      `create index reports_delayed on reports (last_message_at desc, id desc, received_at)
         where received_at - last_message_at > interval '24 hours'`,
    );
    await runner.query('drop index reports_unanswered');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index reports_unanswered on reports (last_message_at desc, id desc)
         where status in ('new', 'verified', 'in-progress', 'on-hold') and first_answered_at is null`,
    );
    await runner.query('drop index reports_waiting, reports_delayed');
  }
}
