import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programs that want to be told, and everything that they were told or could not be told. */
export class OutgoingWebhooks1795648800000 implements MigrationInterface {
  name = 'OutgoingWebhooks1795648800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table webhook_deliveries, webhook_subscriptions');
  }
}

const STATEMENTS = [
  `create table webhook_subscriptions (
     id uuid primary key,
     created_by uuid references users (id),
     created_at timestamptz not null default now(),
     position bigint not null,
     is_active boolean not null default true,
     name text not null,
     url text not null,
     events text[] not null,
     secret bytea not null,
     problem text
   )`,
  `create index webhook_subscriptions_created_by on webhook_subscriptions (created_by)`,
  `create table webhook_deliveries (
     id uuid primary key,
     subscription_id uuid not null references webhook_subscriptions (id) on delete cascade,
     change_id bigint,
     created_at timestamptz not null default now(),
     next_attempt_at timestamptz not null default now(),
     delivered_at timestamptz,
     attempts smallint not null default 0,
     last_status smallint,
     state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
     event text not null,
     last_error text,
     body text not null,
     constraint webhook_deliveries_once unique (subscription_id, change_id)
   )`,
  `create index webhook_deliveries_due on webhook_deliveries (subscription_id, next_attempt_at) where state = 'pending'`,
  `create index webhook_deliveries_log on webhook_deliveries (subscription_id, id desc)`,
];
