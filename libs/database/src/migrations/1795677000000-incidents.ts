import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports about the same thing: how they are found, and what people joined. */
export class Incidents1795677000000 implements MigrationInterface {
  name = 'Incidents1795677000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index reports_confirmed, messages_place, attachments_place');
    await runner.query('alter table media_files drop column photo_bands');
    await runner.query('alter table reports drop column incident_id');
    await runner.query('drop table report_bands, incident_refusals, incident_joins, incidents');
  }
}

const STATEMENTS = [
  // One row a report and one array in it: a band each in a table of its own would be 16 rows and 5 times the space.
  // A short pending list: look-ups read it whole.
  `create table report_bands (
    report_id uuid primary key references reports (id) on delete cascade,
    bands integer[] not null
  )`,
  `create index report_bands_bands on report_bands using gin (bands) with (gin_pending_list_limit = 256)`,
  `alter table media_files add column photo_bands integer[]`,
  `create index media_files_photo_bands on media_files using gin (photo_bands)`,
  `create index messages_place on messages (latitude, longitude, sent_at) where latitude is not null`,
  `create index attachments_place on attachments (latitude, longitude) where latitude is not null`,
  `create index reports_confirmed on reports (updated_at desc) where class_source = 'person'`,
  `create table incidents (
    id uuid primary key,
    user_id uuid references users (id),
    created_at timestamptz not null default now()
  )`,
  `create index incidents_user_id on incidents (user_id)`,
  `alter table reports add column incident_id uuid references incidents (id)`,
  `create index reports_incident_id on reports (incident_id) where incident_id is not null`,
  `create table incident_joins (
    id uuid primary key,
    incident_id uuid not null references incidents (id),
    former_incident_id uuid references incidents (id),
    user_id uuid references users (id),
    created_at timestamptz not null default now(),
    undone_at timestamptz,
    report_ids uuid[] not null
  )`,
  `create index incident_joins_incident_id on incident_joins (incident_id)`,
  `create index incident_joins_former_incident_id on incident_joins (former_incident_id)`,
  `create index incident_joins_user_id on incident_joins (user_id)`,
  `create table incident_refusals (
    report_id uuid not null references reports (id) on delete cascade,
    other_id uuid not null references reports (id) on delete cascade,
    user_id uuid references users (id),
    created_at timestamptz not null default now(),
    primary key (report_id, other_id)
  )`,
  `create index incident_refusals_other_id on incident_refusals (other_id)`,
  `create index incident_refusals_user_id on incident_refusals (user_id)`,
];
