import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules by which new reports are sent on, in their order. */
export class RoutingRules1795710000000 implements MigrationInterface {
  name = 'RoutingRules1795710000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table routing_rules (
      id uuid primary key,
      position integer not null,
      name text not null,
      is_enabled boolean not null default false,
      conditions jsonb not null,
      actions jsonb not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`);
    // No reference: a report tells which rule sent it on also when that rule is gone.
    await runner.query('alter table reports add column routing_rule_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reports drop column routing_rule_id');
    await runner.query('drop table routing_rules');
  }
}
