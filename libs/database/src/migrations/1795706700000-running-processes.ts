import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which processes run and what they did last; what is in quarantine, over all connections. */
export class RunningProcesses1795706700000 implements MigrationInterface {
  name = 'RunningProcesses1795706700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table running_processes (
         id uuid primary key,
         kind text not null check (kind in ('api', 'worker')),
         host text not null,
         pid integer not null,
         started_at timestamptz not null,
         seen_at timestamptz not null default now(),
         sweeps jsonb not null default '[]'
       )`,
    );
    await runner.query(`create index raw_events_quarantined on raw_events (id) where state = 'quarantined'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index raw_events_quarantined');
    await runner.query('drop table running_processes');
  }
}
