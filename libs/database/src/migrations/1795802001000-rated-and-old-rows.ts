import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lists of rated reports and of those without a topic; delivery logs by age and answers
 * that are under way, for retention.
 */
export class RatedAndOldRows1795802001000 implements MigrationInterface {
  name = 'RatedAndOldRows1795802001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index reports_rated on reports (last_message_at desc, id desc) where stars is not null',
    );
    await runner.query(
      'create index reports_without_topic on reports (last_message_at desc, id desc) where topic_group is null',
    );
    await runner.query(
      `create index webhook_deliveries_age on webhook_deliveries (created_at) where state <> 'pending'`,
    );
    await runner.query('create index reply_attempts_age on reply_attempts (ended_at)');
    await runner.query(
      `create index replies_under_way on replies (report_id) where state in ('queued', 'sending', 'proposed', 'unknown')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop index reports_rated, reports_without_topic, webhook_deliveries_age, reply_attempts_age, replies_under_way',
    );
  }
}
