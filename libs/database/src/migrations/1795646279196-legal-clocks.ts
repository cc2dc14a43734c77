import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Due dates on reports. `next_due_at`: the earliest clock that still runs; nothing runs while held or ended. */
export class LegalClocks1795646279196 implements MigrationInterface {
  name = 'LegalClocks1795646279196';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table reports
      add column held_at timestamptz,
      add column held_days integer not null default 0,
      add column verification_due_at timestamptz,
      add column answer_due_at timestamptz,
      add column completion_due_at timestamptz,
      add column is_due_provisional boolean not null default false`);
    await runner.query(`alter table reports add column next_due_at timestamptz generated always as (
      case when status in ('new', 'verified', 'in-progress') then least(
        case when status = 'new' then verification_due_at end,
        case when first_answered_at is null then answer_due_at end,
        completion_due_at) end) stored`);
    await runner.query(
      'create index reports_next_due on reports (next_due_at, id) where next_due_at is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table reports drop column next_due_at, drop column held_at, drop column held_days,
      drop column verification_due_at, drop column answer_due_at, drop column completion_due_at,
      drop column is_due_provisional`);
  }
}
