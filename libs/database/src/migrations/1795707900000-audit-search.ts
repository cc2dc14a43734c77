import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who did what and when, found by person, action, thing and time. */
export class AuditSearch1795707900000 implements MigrationInterface {
  name = 'AuditSearch1795707900000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop index audit_log_at, audit_log_actor, audit_log_action, audit_log_subject, report_events_people, report_events_person',
    );
  }
}

const NEWEST = 'at desc, id desc';
const BY_PEOPLE = `actor_kind in ('user', 'token')`;

const STATEMENTS = [
  `create index audit_log_at on audit_log (${NEWEST})`,
  `create index audit_log_actor on audit_log (actor_id, ${NEWEST}) where actor_id is not null`,
  `create index audit_log_action on audit_log (action, ${NEWEST})`,
  `create index audit_log_subject on audit_log (subject text_pattern_ops, ${NEWEST})`,
  `create index report_events_people on report_events (${NEWEST}) where ${BY_PEOPLE}`,
  `create index report_events_person on report_events (actor_id, ${NEWEST}) where ${BY_PEOPLE}`,
];
