import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events about which the platform must still be asked. */
export class EventDetails1795672700000 implements MigrationInterface {
  name = 'EventDetails1795672700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table event_details (
        raw_event_id bigint primary key references raw_events (id) on delete cascade,
        connection_id uuid not null references connections (id),
        next_attempt_at timestamptz default now(),
        failures smallint not null default 0,
        problem text
      )`,
    );
    await runner.query(
      `create index event_details_due on event_details (next_attempt_at) where next_attempt_at is not null`,
    );
    await runner.query(`create index event_details_connection_id on event_details (connection_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table event_details');
  }
}
