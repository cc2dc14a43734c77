import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each connection was last listened to, and the spans in which it was not. */
export class ConnectionGaps1795646594564 implements MigrationInterface {
  name = 'ConnectionGaps1795646594564';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table connection_gaps');
    await runner.query(
      'alter table connections drop column listened_at, drop column absence_reason, drop column absence_detail',
    );
  }
}

const STATEMENTS = [
  `alter table connections
     add column listened_at timestamptz,
     add column absence_reason text,
     add column absence_detail text`,
  `create table connection_gaps (
     id uuid primary key,
     connection_id uuid not null references connections (id) on delete cascade,
     from_at timestamptz not null,
     to_at timestamptz not null,
     created_at timestamptz not null default now(),
     closed_at timestamptz,
     next_attempt_at timestamptz not null default now(),
     lost_to_at timestamptz,
     found integer not null default 0,
     failures integer not null default 0,
     reason text not null check (reason in ('stopped', 'down', 'paused', 'cursor-expired', 'cursor-jumped')),
     detail text,
     state text not null check (state in ('open', 'recovered', 'partly', 'unrecoverable')),
     why text check (why in ('no-history', 'too-old', 'refused')),
     why_detail text,
     cursor text
   )`,
  `create index connection_gaps_connection on connection_gaps (connection_id, created_at desc)`,
  `create index connection_gaps_open on connection_gaps (next_attempt_at) where state = 'open'`,
];
